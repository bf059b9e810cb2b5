import type { Catalog } from '../catalog/catalog.ts';
import { type Clock, fitClock, ownClock, type Waits } from '../predict/clock.ts';
import type { Purchase } from './purchases.ts';
import { day, joined, thinned } from './waits.ts';

/** From one purchase of a product to the next of the same, by the same person, for what is usually bought of it at once. */
export interface ProductClocks {
  /** Of everyone who bought it, most of whom may never do so again. */
  product(id: string): Clock;
  /** Of those who do. */
  returning(id: string): Clock;
  /** How many people have bought it again. */
  repeats(id: string): number;
  /** How many products somebody has bought again. */
  readonly repeated: number;
  /** How many times as long this many pieces last as what is usually bought. */
  lasts(id: string, quantity: number): number;
}

export type Bought = Pick<Purchase, 'at' | 'quantity'>;

/** What speaks for pieces that make no difference, before the shop has shown it. */
const patience = 5;

/** Of the shop by maximum likelihood, and from it those of its categories and their products, each drawn to what it is part of. `now` in ms. */
export function* fitProductClocks(
  purchases: readonly Purchase[],
  { now, catalog }: { now: number; catalog: Pick<Catalog, 'get'> },
): Generator<void, ProductClocks> {
  const bought = byProduct(purchases);
  yield;
  const usual = new Map<string, number>();
  for (const [product, people] of bought) {
    const logs = [...people.values()].flatMap((times) => times.map(({ quantity }) => Math.log(quantity)));
    usual.set(product, logs.reduce((sum, log) => sum + log, 0) / logs.length);
    yield;
  }
  const stretch = yield* stretchOf(bought, usual);
  const lasts = (product: string, quantity: number) =>
    Math.exp(stretch * (Math.log(Math.max(1, quantity)) - (usual.get(product) ?? Math.log(Math.max(1, quantity)))));
  const products = new Map<string, Waits[]>();
  for (const [product, people] of bought) {
    const waits = [...people.values()].map((times) => waitsFor(times, now, (quantity) => lasts(product, quantity)));
    products.set(product, waits);
    yield;
  }
  const product = yield* clocksWithin(products, catalog);
  const returns = [...products].map(([id, waits]): [string, Waits[]] => [
    id,
    waits.flatMap(({ ended }) => (ended.length > 0 ? { ended, open: [] } : [])),
  ]);
  yield;
  const returning = yield* clocksWithin(new Map(returns), catalog);
  const again = new Map<string, number>();
  for (const [id, waits] of returns) if (waits.length > 0) again.set(id, waits.length);
  return { product, returning, repeats: (id) => again.get(id) ?? 0, repeated: again.size, lasts };
}

/** The clocks of the products, each drawn to that of its category, and these to that of the shop. */
function* clocksWithin(
  products: ReadonlyMap<string, readonly Waits[]>,
  catalog: Pick<Catalog, 'get'>,
): Generator<void, (id: string) => Clock> {
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
  return (id) => ofProduct.get(id) ?? parent(id);
}

/** The waits of one person for one product, each over how much longer what was bought lasts; purchases of one day are one. */
export function waitsFor(times: readonly Bought[], now: number, lasts: (quantity: number) => number): Waits {
  const days = byDay(times);
  const ended: number[] = [];
  for (const [place, [at, quantity]] of days.entries()) {
    const next = days[place + 1]?.[0];
    if (next === undefined) return { ended, open: [Math.max(0, now / day - at) / lasts(quantity)] };
    ended.push((next - at) / lasts(quantity));
  }
  return { ended, open: [] };
}

function byDay(times: readonly Bought[]): [day: number, quantity: number][] {
  const days = new Map<number, number>();
  for (const { at, quantity } of times) {
    const on = Math.floor(at / day);
    days.set(on, (days.get(on) ?? 0) + quantity);
  }
  return [...days].sort(([a], [b]) => a - b);
}

function byProduct(purchases: readonly Purchase[]): Map<string, Map<string, Bought[]>> {
  const products = new Map<string, Map<string, Bought[]>>();
  for (const { person, product, at, quantity } of purchases) {
    const people = products.get(product) ?? new Map<string, Bought[]>();
    products.set(product, people);
    const times = people.get(person) ?? [];
    people.set(person, times);
    times.push({ at, quantity: Math.max(1, quantity) });
  }
  return products;
}

/** By how much of the logarithm of the pieces the logarithm of the wait grows: least squares within each product, drawn to 0. */
function* stretchOf(
  bought: ReadonlyMap<string, ReadonlyMap<string, readonly Bought[]>>,
  usual: ReadonlyMap<string, number>,
): Generator<void, number> {
  let [together, alone] = [0, patience];
  for (const [product, people] of bought) {
    const points: { wait: number; pieces: number }[] = [];
    for (const times of people.values()) {
      const days = byDay(times);
      for (const [place, [at, quantity]] of days.slice(0, -1).entries())
        points.push({ wait: Math.log((days[place + 1]?.[0] ?? at) - at), pieces: Math.log(quantity) });
    }
    const mean = points.reduce((sum, { wait }) => sum + wait, 0) / Math.max(1, points.length);
    for (const { wait, pieces } of points) {
      const more = pieces - (usual.get(product) ?? 0);
      together += more * (wait - mean);
      alone += more * more;
    }
    yield;
  }
  return Math.min(1, Math.max(0, together / alone));
}
