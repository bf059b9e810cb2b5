import { type Context, Hono } from 'hono';
import { type PlaceWords, placeFrom } from '../acquisition/region.ts';
import { cookieOf } from '../collect/caller.ts';
import { allowedOrigin, preflight, readableBy } from '../collect/cross-origin.ts';
import { type LimitDeps, limitSenders } from '../collect/limit-senders.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { personOf } from '../collect/person.ts';
import { find } from '../finders/find.ts';
import { findingOf } from '../finders/finding.ts';
import { settleFits } from '../finders/settle-fits.ts';
import { limitBody } from '../limit-body.ts';
import { languageFor } from '../messages/messages.ts';
import { Problem } from '../problem.ts';
import { isUsable } from '../profiles/is-usable.ts';
import type { Profile } from '../profiles/profile.ts';
import { cartOf } from '../profiles/read.ts';
import { bodyOf } from './body.ts';
import { FindIn } from './find-in.ts';

export interface FindingDeps extends LimitDeps {
  now(): number;
  openShop(key: string): Promise<OpenShop | null>;
  placeOf(context: Context): PlaceWords;
}

const largest = 16 * 1024;

/** `/v1/finder`: what is found for a visitor's answers, by the filters of every shelf. Nothing is recorded. */
export function findingRoutes(deps: FindingDeps) {
  const { now, openShop, limits, placeOf } = deps;
  const limit = limitBody(largest, `At most ${largest / 1024} KiB.`);
  return new Hono().options('/v1/finder', preflight).post('/v1/finder', limitSenders(deps), limit, async (c) => {
    const { site, finder: id, language: said, cart: told, answers } = await bodyOf(c, FindIn);
    const shop = await openShop(site);
    if (!shop) throw new Problem(404, 'unknown-site', `No shop has the key "${site}".`, { field: 'site' });
    for (const [name, value] of Object.entries(readableBy(allowedOrigin(c, shop)))) c.header(name, value);
    c.header('cache-control', 'no-store');
    limits.shop(c, site);
    const finder = shop.finders.get(id);
    if (!finder) throw new Problem(404, 'unknown-finder', `This shop has no finder "${id}".`, { field: 'finder' });
    const language = languageFor(said);
    const profile = await profileOf(c, deps, shop);
    const cart = profile ? cartOf(profile).map(({ id }) => id) : told;
    const { catalog, model } = shop;
    const seen = { catalog, model, now: now(), place: placeFrom(placeOf(c)), cart };
    const { currency } = shop.shop;
    await settleFits(finder, seen, currency);
    return c.json(findingOf(find(finder, answers, seen, currency), { answers, language, currency }));
  });
}

/** Null for somebody whose cart may not be looked at: whom no good token names, or who does not allow that it is used. */
async function profileOf(c: Context, { limits }: FindingDeps, shop: OpenShop): Promise<Profile | null> {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const text = cookieOf(c.req.header('cookie')) ?? bearer;
  const token = text ? await shop.tokens.read(text) : null;
  if (!token) return null;
  limits.visitor(c, token.visitor);
  const profile = await personOf(token.visitor, shop, isUsable);
  return profile.consent?.value.personalisation === true ? profile : null;
}
