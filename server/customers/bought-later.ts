import { compare } from '../text-order.ts';
import type { Purchase } from './purchases.ts';
import { day } from './waits.ts';

/** What those who bought a product buy on later days far more often than others do, the likeliest first. */
export type BoughtLater = (product: string) => readonly Later[];

export interface Later {
  product: string;
  /** How many bought it later. */
  people: number;
}

/** Longer after it, a purchase has nothing to do with it; days. */
const longest = 365;
/** People who count as many as so many say of a product what all say. */
const shrinkage = 10;
/** Fewer people may be chance, and nobody shall learn what a neighbour bought. */
const fewest = 3;
/** A product's share among them is at least so many times that among all who came back: what everybody buys is of no product. */
const clearly = 2;
/** Of each product, and products of each person, the first ones. */
const [mostPeople, mostProducts] = [500, 200];
const mostLater = 24;
/** Purchases and people that are looked at in one go. */
const slice = 1_000;
const sliceOfPeople = 20;

/**
 * By the shrunk share (n_ab + k p_b) / (n_a + k), as what is bought beside a product: of n_a people who bought a and came back on
 * another day within a year, n_ab then bought b for the first time, and p_b is the share of those who bought b first on a day that was not their first
 * among all who came back. A purchase is what was not sent back. Yields after every few people.
 */
export function* fitBoughtLater(purchases: readonly Purchase[]): Generator<void, BoughtLater> {
  const people = yield* firstDaysOf(purchases);
  const usual = new Map<string, number>();
  const buyers = new Map<string, Map<string, number>[]>();
  for (const [place, firsts] of people.entries()) {
    if (place % sliceOfPeople === 0) yield;
    const [began] = firsts.values();
    for (const [product, at] of firsts) {
      if (at !== began) usual.set(product, (usual.get(product) ?? 0) + 1);
      const those = buyers.get(product) ?? [];
      buyers.set(product, those);
      if (those.length < mostPeople) those.push(firsts);
    }
  }
  const known = new Map<string, Later[]>();
  for (const [product, those] of buyers) {
    const later = yield* laterThan(product, those, (other) => (usual.get(other) ?? 0) / people.length);
    if (later.length > 0) known.set(product, later);
  }
  return (product) => known.get(product) ?? [];
}

function* laterThan(
  product: string,
  buyers: readonly Map<string, number>[],
  usual: (other: string) => number,
): Generator<void, Later[]> {
  const counts = new Map<string, number>();
  let all = 0;
  for (const [place, firsts] of buyers.entries()) {
    if (place % sliceOfPeople === 0) yield;
    const since = firsts.get(product) ?? 0;
    let hasReturned = false;
    for (const [other, at] of firsts) {
      if (at <= since || at > since + longest) continue;
      hasReturned = true;
      counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    if (hasReturned) all++;
  }
  const found: (Later & { share: number })[] = [];
  for (const [other, bought] of counts) {
    if (bought < fewest) continue;
    const share = (bought + shrinkage * usual(other)) / (all + shrinkage);
    if (share >= clearly * usual(other)) found.push({ product: other, people: bought, share });
  }
  found.sort((a, b) => b.share - a.share || compare(a.product, b.product));
  return found.slice(0, mostLater).map(({ product: other, people }) => ({ product: other, people }));
}

/** On which day each person who came back bought each product first, the earliest first. */
function* firstDaysOf(purchases: readonly Purchase[]): Generator<void, Map<string, number>[]> {
  const people = new Map<string, [product: string, at: number][]>();
  for (const [place, { person, product, at }] of purchases.entries()) {
    if (place % slice === 0) yield;
    const own = people.get(person) ?? [];
    people.set(person, own);
    own.push([product, Math.floor(at / day)]);
  }
  const all: Map<string, number>[] = [];
  let done = 0;
  for (const own of people.values()) {
    if (++done % sliceOfPeople === 0) yield;
    own.sort(([a, one], [b, other]) => one - other || compare(a, b));
    const firsts = new Map<string, number>();
    for (const [product, at] of own) if (!firsts.has(product) && firsts.size < mostProducts) firsts.set(product, at);
    if (own.at(-1)?.[1] !== own[0]?.[1]) all.push(firsts);
  }
  return all;
}
