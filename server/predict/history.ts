import type { Past, SessionEvent } from './session.ts';

/** A pause of this length ends a session, ms. */
export const sessionPause = 30 * 60_000;
const mostProducts = 200;
/** Lines of one order may come as several events, ms. */
const oneOrder = 60_000;

/** What a visitor did in earlier sessions. */
export interface History {
  /** Takes in the next event; what was known when its session began. */
  follow(event: SessionEvent): Past;
}

/** Of most visitors there is nothing more than this. */
const none: ReadonlySet<string> = new Set();
const nothing: Past = {
  ...{ sessions: 0, orders: 0, sinceSession: null, sinceOrder: null, inCart: 0 },
  hasViewed: () => false,
};

export function createHistory(): History {
  let past = nothing;
  let viewed: ReadonlySet<string> = none;
  let viewedNow = new Set<string>();
  const cart = new Set<string>();
  let sessions = 0;
  let orders = 0;
  let last: number | null = null;
  let lastOrder: number | null = null;

  function begin(at: number): void {
    if (last !== null) sessions++;
    const before = viewedNow.size === 0 ? viewed : new Set([...viewed, ...viewedNow].slice(-mostProducts));
    viewed = before;
    if (viewedNow.size > 0) viewedNow = new Set();
    past = {
      ...{ sessions, orders, inCart: cart.size },
      sinceSession: last === null ? null : at - last,
      sinceOrder: lastOrder === null ? null : at - lastOrder,
      hasViewed: (product) => before.has(product),
    };
  }

  return {
    follow: ({ at, kind, items }) => {
      if (last === null || at - last > sessionPause) begin(at);
      last = Math.max(last ?? at, at);
      for (const item of items) {
        if (kind === 'view' && viewedNow.size < mostProducts) viewedNow.add(item);
        if (kind === 'cart' && cart.size < mostProducts) cart.add(item);
        if (kind === 'remove') cart.delete(item);
      }
      if (kind === 'buy') {
        cart.clear();
        if (lastOrder === null || at - lastOrder > oneOrder) orders++;
        lastOrder = at;
      }
      return past;
    },
  };
}
