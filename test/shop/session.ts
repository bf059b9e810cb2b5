import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { SHOP } from './path.ts';
import type { ShopEnv } from './shop-env.ts';

const COOKIE = 'shop_session';
const MOST_SESSIONS = 10_000;

/** What the shop remembers of one browser, in memory. */
export interface Session {
  /** Number of the customer who signed in. */
  customer: string | undefined;
  /** Quantity of each product. */
  cart: Map<string, number>;
  /** Calls of Vitrina that the next page makes; what was done by a form is told where the browser lands. */
  pending: Pending[];
  order: PlacedOrder | undefined;
  /** A sentence for the next page. */
  notice: string | undefined;
}

export type Pending = { name: string; params?: Record<string, unknown> } | { name: 'login'; customer: string };

export interface PlacedOrder {
  id: string;
  lines: { item: string; quantity: number }[];
}

/** Finds the session of a request; a browser that only looks gets none, the first form that it sends opens one. */
export function sessions(): MiddlewareHandler<ShopEnv> {
  const open = new Map<string, Session>();
  return async (c, next) => {
    const known = getCookie(c, COOKIE);
    const session = (known && open.get(known)) || emptySession();
    c.set('session', session);
    if (c.req.method === 'POST' && (!known || open.get(known) !== session)) remember(c, session);
    await next();
  };

  function remember(c: Context<ShopEnv>, session: Session) {
    const id = crypto.randomUUID();
    open.set(id, session);
    for (const oldest of open.keys()) if (open.size > MOST_SESSIONS) open.delete(oldest);
    setCookie(c, COOKIE, id, cookieOptions(c));
  }
}

/** Forgets everything: the next person at this browser finds an empty shop. */
export function clearSession(session: Session) {
  Object.assign(session, emptySession());
}

export const cookieOptions = (c: Context) =>
  ({ path: SHOP, httpOnly: true, sameSite: 'Lax', secure: new URL(c.req.url).protocol === 'https:' }) as const;

const emptySession = (): Session => ({
  customer: undefined,
  cart: new Map(),
  pending: [],
  order: undefined,
  notice: undefined,
});
