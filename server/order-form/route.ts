import { Hono } from 'hono';
import { z } from 'zod';
import { cookieOf } from '../collect/caller.ts';
import { allowedOrigin, preflight, readableBy } from '../collect/cross-origin.ts';
import { type LimitDeps, limitSenders } from '../collect/limit-senders.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { limitBody } from '../limit-body.ts';
import { Problem } from '../problem.ts';
import { query } from '../valid.ts';
import { knownFor, nobody } from './known-for.ts';

export interface OrderFormDeps extends LimitDeps {
  now(): number;
  openShop(key: string): Promise<OpenShop | null>;
}

const Asked = z.object({ site: z.string().min(1).max(64) });

/** Bytes of a token of the shop's backend, which is the body. */
const longest = 4_096;

/**
 * `/v1/order-form`: what can be filled in for whoever asks: hints, and with the shop's short-lived word in the body the words themselves. What
 * proves nothing is answered as an unknown visitor is, byte for byte, so that nothing can be learned by trying.
 */
export function orderFormRoute(deps: OrderFormDeps) {
  const { now, openShop, limits } = deps;
  return new Hono()
    .options('/v1/order-form', preflight)
    .post(
      '/v1/order-form',
      limitSenders(deps),
      limitBody(longest, 'The word is too long.'),
      query(Asked),
      async (c) => {
        const { site } = c.req.valid('query');
        const shop = await openShop(site);
        if (!shop) throw new Problem(404, 'unknown-site', `No shop has the key "${site}".`, { field: 'site' });
        for (const [name, value] of Object.entries(readableBy(allowedOrigin(c, shop)))) c.header(name, value);
        c.header('cache-control', 'no-store');
        limits.shop(c, site);
        const [, bearer] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
        const text = cookieOf(c.req.header('cookie')) ?? bearer;
        const token = text ? await shop.tokens.read(text) : null;
        if (!token || !shop.orderForm.current.fills) return c.json(nobody);
        limits.visitor(c, token.visitor);
        const identity = (await c.req.text()).trim() || undefined;
        return c.json(await knownFor({ visitor: token.visitor, identity }, shop, now()));
      },
    );
}
