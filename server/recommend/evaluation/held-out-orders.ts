import { createShelfModel, type ShelfModel } from '../model/shelf-model.ts';
import { fitNextItem } from '../next/fit-next-item.ts';
import { snapshotOf } from '../next/kept-sessions.ts';

/** Somebody's view, cart or order of one product; ms since 1970. */
export interface Done {
  at: number;
  user: string;
  kind: 'view' | 'cart' | 'buy';
  product: string;
}

/** Somebody's order that is not in what was learned. */
export interface HeldOut {
  user: string;
  product: string;
}

/** Shares of 1 over all that were held out. */
export interface ShelfFigures {
  /** The product is among the first ten, twenty; mean of one over its place among twenty. */
  hr10: number;
  hr20: number;
  mrr: number;
  /** For so many there was anything to show. */
  answered: number;
}

/** What one order's products are bought within; ms. */
const together = 10 * 60_000;
/** So many of the latest products are asked about, as `history` does. */
const anchors = 6;
const k = 20;

type Shelf = (model: ShelfModel, history: readonly string[], now: number, allowed: (id: string) => boolean) => string[];

const shelves: Record<string, Shelf> = {
  popular: ({ popular }, _history, _now, allowed) => popular(allowed, k).map(({ product }) => product),
  next: ({ next }, history, now, allowed) => next(history.toReversed(), now, allowed, k).map(({ product }) => product),
  'bought-together': ({ boughtWith }, history, now, allowed) =>
    boughtWith(history, now, allowed, k).map(({ product }) => product),
  'viewed-then-bought': ({ boughtAfter }, history, _now, allowed) =>
    boughtAfter(history, allowed, k).map(({ product }) => product),
};

/**
 * Learns all that was done, asks every ingredient by what those had looked at or ordered last whose order is held out, and looks for
 * that order among all products that are new to them.
 */
export function* evaluateHeldOut(
  done: readonly Done[],
  heldOut: readonly HeldOut[],
): Generator<string | number, Record<string, ShelfFigures>> {
  const model = createShelfModel();
  const histories = new Map<string, string[]>();
  const orders = new Map<string, { id: string; products: string[]; at: number }>();
  for (const [place, { at, user, kind, product }] of done.entries()) {
    histories.set(user, [product, ...(histories.get(user) ?? []).filter((one) => one !== product)]);
    if (kind !== 'buy') model.look(user, product, at);
    else {
      const known = orders.get(user);
      const goesOn = known !== undefined && at - known.at <= together;
      const order = goesOn ? known : { id: `${place}`, products: [], at };
      order.products.push(product);
      orders.set(user, order);
      model.buy(user, order.id, at);
      if (goesOn) model.changeOrder(order.id, order.products);
      else model.order(order.id, order.products, at);
    }
    if (place % 4_096 === 0) yield 'learning';
  }
  const { visits, orders: placed } = model.workings;
  for (const [kind, { index }] of Object.entries({ visits, orders: placed })) {
    const { sessions } = yield* named(snapshotOf(index));
    const fitted = yield* fitNextItem(sessions, { kind: kind === 'visits' ? 'sessions' : 'baskets' });
    model.workings.refit(kind === 'visits' ? 'visits' : 'orders', { fitted, sessions: index.sessions });
  }
  const now = done.at(-1)?.at ?? 0;
  const figures: Record<string, ShelfFigures> = {};
  for (const [name, shelf] of Object.entries(shelves)) {
    const sums = { hr10: 0, hr20: 0, mrr: 0, answered: 0 };
    for (const [place, { user, product }] of heldOut.entries()) {
      const history = histories.get(user) ?? [];
      const known = new Set(history);
      const shown = shelf(model, history.slice(0, anchors), now, (id) => !known.has(id));
      const at = shown.indexOf(product);
      if (shown.length > 0) sums.answered++;
      if (at >= 0) sums.mrr += 1 / (at + 1);
      if (at >= 0) sums.hr20++;
      if (at >= 0 && at < 10) sums.hr10++;
      if (place % 64 === 63) yield (place + 1) / heldOut.length;
    }
    const share = (sum: number) => sum / Math.max(1, heldOut.length);
    figures[name] = {
      ...{ hr10: share(sums.hr10), hr20: share(sums.hr20), mrr: share(sums.mrr), answered: share(sums.answered) },
    };
  }
  return figures;
}

function* named<T>(work: Generator<unknown, T>): Generator<string, T> {
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield 'fitting';
  return step.value;
}
