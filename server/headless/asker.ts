import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import { type PlaceWords, placeFrom } from '../acquisition/region.ts';
import { robotOf } from '../acquisition/robot.ts';
import { type AccessDeps, type ApiEnv, onlyServers } from '../api/access.ts';
import { shopId } from '../api/words.ts';
import { boughtBy } from '../collect/bought-by.ts';
import { cookieOf, noCookie } from '../collect/caller.ts';
import type { CookielessNames } from '../collect/cookieless.ts';
import { allowedOrigin, readableBy } from '../collect/cross-origin.ts';
import { cookielessPrefix } from '../collect/folded.ts';
import { limitSenders } from '../collect/limit-senders.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { drawnBy, joinedPerson, visitorsOfPerson } from '../collect/person.ts';
import { heedPrivacyControl } from '../collect/privacy-control.ts';
import { Consent } from '../collect/schema.ts';
import type { Looking } from '../decide/looking.ts';
import { languageFor } from '../messages/messages.ts';
import { Problem } from '../problem.ts';
import { isUsable } from '../profiles/is-usable.ts';
import { isSecure } from '../secure.ts';
import { withCart } from './with-cart.ts';

export interface AskerDeps extends AccessDeps {
  names: CookielessNames;
  /** Where that address is, as a proxy in front of us says, or a file; empty where none does. */
  placeOf(context: Context): PlaceWords;
}

/** Who asks, and on which page: of all that a shop draws itself. */
export const Asking = z.object({
  site: z.string().min(1).max(64).optional().describe('The shop’s public key; not needed with a secret key.'),
  token: z
    .string()
    .max(200)
    .optional()
    .describe('The visitor token that /v1/collect answered with, or the value of the cookie _v.'),
  consent: Consent.optional().describe(
    'Of a page: what the visitor allows; nothing where it is missing. Of a server the visitor’s own last word counts.',
  ),
  language: z.string().max(64).optional().describe('Of the words: en, uk, ro or ru, or a BCP 47 tag.'),
  page: z.object({ id: z.string().max(64), path: z.string().max(500) }).optional(),
  product: shopId.optional().describe('The product that the page shows.'),
  cart: z.array(shopId).max(100).optional().describe('What is in the cart now, where the page knows it.'),
});

export interface Asker {
  open: OpenShop;
  /** Whose the receipt is; null where a server names nobody. */
  visitor: string | null;
  looking: Looking;
}

/** A secret key opens the same address to a server of the shop's. */
export function pagesAndServers(deps: AskerDeps) {
  const [server, page] = [onlyServers(deps), limitSenders(deps)];
  return createMiddleware<ApiEnv>((c, next) => (c.req.header('authorization') ? server(c, next) : page(c, next)));
}

/**
 * Who asks; null for a robot, to which no visitor's answer is given. A `Problem` for whoever is no page and no server of the shop.
 * Headers by which a page may read the answer, also a refusal, are set.
 */
export async function askerOf(
  c: Context<ApiEnv>,
  asking: z.infer<typeof Asking>,
  deps: AskerDeps,
): Promise<Asker | null> {
  const open = c.get('shop');
  return open ? ofServer(asking, open, deps) : ofPage(c, asking, deps);
}

async function ofServer(asking: z.infer<typeof Asking>, open: OpenShop, { now }: AskerDeps): Promise<Asker> {
  // The address is the server's: it says nothing of who looks.
  const page = { ...pageOf(asking, now()), place: {} };
  if (asking.token === undefined)
    return { open, visitor: null, looking: { ...page, consent: {}, profile: null, drawnBy: '', visitors: [] } };
  const token = await open.tokens.read(asking.token);
  if (!token) throw new Problem(422, 'invalid-token', 'The visitor token is not one of this shop.', { field: 'token' });
  const { visitor } = token;
  await open.profiles.hold([visitor]);
  const { consent: said, place } = open.profiles.of(visitor);
  const consent = said?.value ?? {};
  open.profiles.release([visitor]);
  return {
    open,
    visitor,
    looking: await lookingOf(
      visitor,
      { ...page, consent, place: consent.personalisation ? (place?.value ?? {}) : {} },
      open,
    ),
  };
}

async function ofPage(c: Context<ApiEnv>, asking: z.infer<typeof Asking>, deps: AskerDeps): Promise<Asker | null> {
  const { site = '' } = asking;
  const open = await deps.openShop(site);
  if (!open) throw new Problem(404, 'unknown-site', `No shop has the key "${site}".`, { field: 'site' });
  for (const [name, value] of Object.entries(readableBy(allowedOrigin(c, open)))) c.header(name, value);
  deps.limits.shop(c, site);
  if (robotOf(c.req.raw.headers)) return null;
  const { consent = {} } = heedPrivacyControl({ consent: asking.consent ?? {} }, c.req.header('sec-gpc'));
  const page = { ...pageOf(asking, deps.now()), consent, place: placeFrom(deps.placeOf(c)) };
  const sent = cookieOf(c.req.header('cookie')) ?? asking.token;
  // A visitor is made where something is kept of them: by /v1/collect.
  if (!consent.statistics || !sent) {
    const words = c.req.header('user-agent') ?? '';
    const visitor = cookielessPrefix + (await deps.names.of(site, deps.addressOf(c), words));
    return { open, visitor, looking: { ...page, profile: null, drawnBy: visitor, visitors: [visitor] } };
  }
  const token = await open.tokens.read(sent);
  if (!token) {
    open.door.invalidToken();
    c.header('set-cookie', noCookie(isSecure(c)));
    const detail = 'The visitor token is not one of this shop; drop it and ask again without.';
    throw new Problem(401, 'invalid-token', detail, { field: 'token' });
  }
  deps.limits.visitor(c, token.visitor);
  return { open, visitor: token.visitor, looking: await lookingOf(token.visitor, page, open) };
}

type OnPage = Omit<Looking, 'profile' | 'drawnBy' | 'visitors' | 'consent' | 'place'>;

function pageOf({ language, product, cart }: z.infer<typeof Asking>, now: number): OnPage {
  return { language: languageFor(language), product: product ?? null, cart: cart ?? null, bought: new Map(), now };
}

async function lookingOf(
  visitor: string,
  page: OnPage & Pick<Looking, 'consent' | 'place'>,
  open: OpenShop,
): Promise<Looking> {
  const { statistics, personalisation } = page.consent;
  if (statistics !== true || personalisation !== true)
    return { ...page, profile: null, drawnBy: visitor, visitors: [visitor] };
  const person = await joinedPerson(visitor, open, isUsable);
  const { profile } = person;
  return {
    ...page,
    visitors: await visitorsOfPerson(visitor, open),
    drawnBy: open.comparison.share > 0 ? await drawnBy(visitor, open) : visitor,
    profile: page.cart === null ? profile : withCart(profile, page.cart, page.now),
    bought: await boughtBy(person, open),
  };
}
