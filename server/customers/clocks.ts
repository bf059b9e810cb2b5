import type { Catalog } from '../catalog/catalog.ts';
import { type Clock, fitClock, ownClock, type Waits } from '../predict/clock.ts';
import { finish } from '../predict/minimise.ts';
import type { Customer } from './load-customers.ts';
import type { Purchase } from './purchases.ts';

/** How long the shop's people wait until the next time. */
export interface Clocks {
  /** From one order to the next, whatever is in it. */
  orders: Clock;
  /** From one purchase of a product to the next of the same, by the same person. */
  product(id: string): Clock;
}

export const day = 86_400_000;
const mostWaits = 20_000;

/** What holds as long as the shop has taught nothing: people wait as they usually do. */
export function usualClocks(): Clocks {
  const orders = finish(fitClock({ ended: [], open: [] }));
  return { orders, product: () => orders };
}

/**
 * Learns the clocks: of the shop by maximum likelihood, and from it those of its categories and their products, each drawn to what it is part of.
 * `now` in ms.
 */
export function* fitClocks(
  customers: readonly Customer[],
  purchases: readonly Purchase[],
  { now, catalog }: { now: number; catalog: Pick<Catalog, 'get'> },
): Generator<void, Clocks> {
  const orders = yield* fitClock(
    thinned(
      joined(
        customers.map((one) =>
          waitsOf(
            one.orders.map(({ at }) => at),
            now,
          ),
        ),
      ),
    ),
  );
  const products = new Map<string, Waits[]>();
  for (const [product, waits] of waitsByProduct(purchases, now)) {
    products.set(product, waits);
    yield;
  }
  const shop = yield* fitClock(thinned(joined([...products.values()].flat())));
  const categoryOf = (product: string) => catalog.get(product)?.category ?? '';
  const categories = new Map<string, Waits[]>();
  for (const [product, waits] of products) {
    const category = categories.get(categoryOf(product)) ?? [];
    categories.set(categoryOf(product), category);
    category.push(...waits);
  }
  const ofCategory = new Map<string, Clock>();
  for (const [category, waits] of categories) {
    ofCategory.set(category, ownClock(shop, thinned(joined(waits))));
    yield;
  }
  const parent = (product: string) => ofCategory.get(categoryOf(product)) ?? shop;
  const ofProduct = new Map<string, Clock>();
  for (const [product, waits] of products) {
    ofProduct.set(product, ownClock(parent(product), thinned(joined(waits))));
    yield;
  }
  return { orders, product: (id) => ofProduct.get(id) ?? parent(id) };
}

/** The waits between these times, and the one that lasts; times of one day are one. */
export function waitsOf(times: readonly number[], now: number): Waits {
  const days = [...new Set(times.map((at) => Math.floor(at / day)))].sort((a, b) => a - b);
  const last = days.at(-1);
  if (last === undefined) return { ended: [], open: [] };
  return {
    ended: days.slice(1).map((at, place) => at - (days[place] ?? at)),
    open: [Math.max(0, now / day - last)],
  };
}

function* waitsByProduct(purchases: readonly Purchase[], now: number): Generator<[string, Waits[]]> {
  const products = new Map<string, Map<string, number[]>>();
  for (const { person, product, at } of purchases) {
    const people = products.get(product) ?? new Map<string, number[]>();
    products.set(product, people);
    const times = people.get(person) ?? [];
    people.set(person, times);
    times.push(at);
  }
  for (const [product, people] of products) yield [product, [...people.values()].map((times) => waitsOf(times, now))];
}

function joined(all: readonly Waits[]): Waits {
  return { ended: all.flatMap(({ ended }) => ended), open: all.flatMap(({ open }) => open) };
}

/** As many as need be, evenly picked of both kinds. */
function thinned({ ended, open }: Waits): Waits {
  const stride = Math.max(1, (ended.length + open.length) / mostWaits);
  const picked = (days: readonly number[]) =>
    stride === 1
      ? days
      : Array.from({ length: Math.floor(days.length / stride) }, (_, place) => days[Math.floor(place * stride)] ?? 0);
  return { ended: picked(ended), open: picked(open) };
}
