import { Hono } from 'hono';
import { z } from 'zod';
import { cookieOf } from '../collect/caller.ts';
import { allowedOrigin, preflight, readableBy } from '../collect/cross-origin.ts';
import { type LimitDeps, limitSenders } from '../collect/limit-senders.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { drawnBy, visitorsOfPerson } from '../collect/person.ts';
import { Problem } from '../problem.ts';
import { query } from '../valid.ts';
import { entitled } from './entitled.ts';

export interface CouponDeps extends LimitDeps {
  now(): number;
  openShop(key: string): Promise<OpenShop | null>;
}

const Asked = z.object({ site: z.string().min(1).max(64), decision: z.string().min(1).max(200) });

/**
 * `/v1/coupon`: the code of whoever was shown a coupon: 200, and the same one every time, on all devices of theirs; else 204. A code is taken
 * here, when somebody wants to see it, and not for everyone who was only shown that there is one.
 */
export function couponRoute(deps: CouponDeps) {
  const { now, openShop, limits } = deps;
  return new Hono().options('/v1/coupon', preflight).post('/v1/coupon', limitSenders(deps), query(Asked), async (c) => {
    const { site, decision } = c.req.valid('query');
    const shop = await openShop(site);
    if (!shop) throw new Problem(404, 'unknown-site', `No shop has the key "${site}".`, { field: 'site' });
    for (const [name, value] of Object.entries(readableBy(allowedOrigin(c, shop)))) c.header(name, value);
    c.header('cache-control', 'no-store');
    limits.shop(c, site);
    const [, bearer] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const text = cookieOf(c.req.header('cookie')) ?? bearer;
    const token = text ? await shop.tokens.read(text) : null;
    if (!token) return c.body(null, 204);
    limits.visitor(c, token.visitor);
    const code = await codeFor(token.visitor, decision, shop, now());
    return code === null ? c.body(null, 204) : c.json({ code });
  });
}

async function codeFor(device: string, decision: string, shop: OpenShop, now: number): Promise<string | null> {
  await shop.profiles.hold([device]);
  const consent = shop.profiles.of(device).consent?.value ?? {};
  shop.profiles.release([device]);
  if (!consent.statistics || !consent.personalisation) return null;
  const visitors = await visitorsOfPerson(device, shop);
  const list = await entitled(decision, visitors, shop, now);
  if (list === null) return null;
  return shop.coupons.give(list, { visitor: await drawnBy(device, shop), visitors }, now);
}
