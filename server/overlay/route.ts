import { Hono } from 'hono';
import { z } from 'zod';
import { shownBy } from '../campaigns/shown.ts';
import { cookieOf } from '../collect/caller.ts';
import { allowedOrigin, preflight, readableBy } from '../collect/cross-origin.ts';
import { type LimitDeps, limitSenders } from '../collect/limit-senders.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { pageFor } from '../collect/page-for.ts';
import { drawnBy, joinedPerson, visitorsOfPerson } from '../collect/person.ts';
import { campaignsFor } from '../decide/campaigns-for.ts';
import type { Looking } from '../decide/looking.ts';
import { Problem } from '../problem.ts';
import { isUsable } from '../profiles/is-usable.ts';
import { query } from '../valid.ts';

export interface OverlayDeps extends LimitDeps {
  now(): number;
  openShop(key: string): Promise<OpenShop | null>;
}

const Asked = z.object({
  site: z.string().min(1).max(64),
  decision: z.string().min(1).max(200),
  path: z.string().max(500),
  product: z.string().max(200).optional(),
});

/**
 * `/v1/overlay`: whether what waited for its moment may still be shown: 200, else 204. Meanwhile it may have been closed in another tab, its
 * campaign paused, or its goal reached. Nothing is recorded.
 */
export function overlayRoutes(deps: OverlayDeps) {
  const { now, openShop, limits } = deps;
  return new Hono()
    .options('/v1/overlay', preflight)
    .get('/v1/overlay', limitSenders(deps), query(Asked), async (c) => {
      const { site, decision, ...page } = c.req.valid('query');
      const shop = await openShop(site);
      if (!shop) throw new Problem(404, 'unknown-site', `No shop has the key "${site}".`, { field: 'site' });
      for (const [name, value] of Object.entries(readableBy(allowedOrigin(c, shop)))) c.header(name, value);
      c.header('cache-control', 'no-store');
      limits.shop(c, site);
      const shown = shownBy(decision, shop.campaigns.current);
      if (!shown) return c.body(null, 204);
      const [, bearer] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
      const text = cookieOf(c.req.header('cookie')) ?? bearer;
      const token = text ? await shop.tokens.read(text) : null;
      if (token) limits.visitor(c, token.visitor);
      const looking = await lookingOf(token?.visitor ?? null, page, shop, now());
      const { chosen } = campaignsFor([], looking, shop).overlay;
      const isSame = chosen?.campaign.id === shown.campaign && (!token || chosen.variant === shown.variant);
      return isSame ? c.json({ show: true }) : c.body(null, 204);
    });
}

/** Of whom no token is known it is asked without a name: what is drawn then is drawn for nobody. */
async function lookingOf(
  visitor: string | null,
  { path, product }: Pick<z.infer<typeof Asked>, 'path' | 'product'>,
  shop: OpenShop,
  now: number,
): Promise<Looking> {
  const rest = { language: 'en', place: {}, product: product ?? null, cart: null, bought: new Map(), now } as const;
  const nobody: Looking = {
    ...rest,
    page: await pageFor(path, null, shop, now),
    consent: {},
    profile: null,
    drawnBy: visitor ?? '',
    visitors: [],
  };
  if (visitor === null) return nobody;
  await shop.profiles.hold([visitor]);
  const consent = shop.profiles.of(visitor).consent?.value ?? {};
  shop.profiles.release([visitor]);
  if (!consent.statistics || !consent.personalisation) return { ...nobody, consent };
  const person = await joinedPerson(visitor, shop, isUsable);
  return {
    ...{ ...rest, consent, profile: person.profile, page: await pageFor(path, person, shop, now) },
    ...{ drawnBy: await drawnBy(visitor, shop), visitors: await visitorsOfPerson(visitor, shop) },
  };
}
