import { againOf } from '../../../customers/again.ts';
import { dueProducts } from '../../../customers/due-products.ts';
import { fitProductClocks } from '../../../customers/product-clocks.ts';
import type { Purchase } from '../../../customers/purchases.ts';
import { day } from '../../../customers/waits.ts';
import { finish } from '../../../predict/minimise.ts';
import { Failure, type Options, type Terminal, textOf } from '../command.ts';
import { linePurchase } from './line-purchase.ts';
import { readLines } from './read-lines.ts';

const month = 30;
const places = 10;

/** Someone's purchases of one product, with those of the hidden month left out. */
interface Known {
  product: string;
  times: Purchase[];
}

type Ranking = (known: readonly Known[]) => string[];

/**
 * Hides the last thirty days, learns from what was before, and asks for each customer who then buys again something that they had
 * bought before which ten of these it is.
 */
export async function evaluateAgain(options: Options, { out }: Terminal) {
  const { purchases, categoryOf } = await readPurchases(options);
  const last = purchases.reduce((latest, { at }) => Math.max(latest, at), 0);
  if (last === 0) throw new Failure('Nobody bought anything in that file.');
  const end = (Math.floor(last / day) + 1 - Number(textOf(options, 'back') ?? 0)) * day;
  const split = end - month * day;
  const past = purchases.filter(({ at }) => at < split);
  const catalog = { get: (id: string) => ({ category: categoryOf(id) }) as never };
  const clocks = finish(fitProductClocks(past, { now: split, catalog }));
  const known = byPerson(past);
  const later = new Map<string, Set<string>>();
  for (const { person, product, at } of purchases) {
    if (at < split || at >= end || !known.get(person)?.has(product)) continue;
    later.set(person, (later.get(person) ?? new Set()).add(product));
  }
  const newest = ({ times }: Known) => times.reduce((latest, { at }) => Math.max(latest, at), 0);
  const days = ({ times }: Known) => new Set(times.map(({ at }) => Math.floor(at / day))).size;
  const by =
    (score: (one: Known) => number): Ranking =>
    (all) =>
      all
        .map((one) => ({ one, score: score(one) }))
        .sort((a, b) => b.score - a.score || newest(b.one) - newest(a.one))
        .map(({ one }) => one.product);
  const again = ({ product, times }: Known) => againOf(clocks, product, times, split);
  const rankings: Record<string, Ranking> = {
    clock: by((one) => again(one)?.chance ?? -1),
    due: (all) =>
      dueProducts(clocks, new Map(all.map(({ product, times }) => [product, times])), split).map(({ id }) => id),
    mostOften: by(days),
    mostRecent: by(newest),
  };
  out(`${known.size} customers, ${later.size} of whom buy something again in the ${month} days from ${iso(split)}`);
  return {
    split: iso(split),
    customers: later.size,
    again: [...later.values()].reduce((sum, { size }) => sum + size, 0),
    ...Object.fromEntries(Object.entries(rankings).map(([name, ranking]) => [name, scoresOf(ranking, known, later)])),
  };
}

/**
 * Customers with one hit at least among the first ten, and in the first place; the share of what they bought again that is among the ten;
 * the share of the ten that they bought; and how many there are of what was asked for as ten.
 */
function scoresOf(
  ranking: Ranking,
  known: ReadonlyMap<string, ReadonlyMap<string, Purchase[]>>,
  later: ReadonlyMap<string, ReadonlySet<string>>,
) {
  let [hit, first, recall, all, right] = [0, 0, 0, 0, 0];
  for (const [person, bought] of later) {
    const before = [...(known.get(person) ?? [])].map(([product, times]) => ({ product, times }));
    const shown = ranking(before).slice(0, places);
    const hits = shown.filter((product) => bought.has(product)).length;
    if (hits > 0) hit++;
    if (shown[0] !== undefined && bought.has(shown[0])) first++;
    recall += hits / Math.min(places, bought.size);
    all += shown.length;
    right += hits;
  }
  const share = (count: number) => Math.round((count / later.size) * 10_000) / 10_000;
  const precision10 = all === 0 ? null : Math.round((right / all) * 10_000) / 10_000;
  return { hr10: share(hit), hr1: share(first), recall10: share(recall), precision10, shown: share(all) };
}

function byPerson(past: readonly Purchase[]): Map<string, Map<string, Purchase[]>> {
  const people = new Map<string, Map<string, Purchase[]>>();
  for (const one of past) {
    const products = people.get(one.person) ?? new Map<string, Purchase[]>();
    people.set(one.person, products);
    const times = products.get(one.product) ?? [];
    products.set(one.product, times);
    times.push(one);
  }
  return people;
}

async function readPurchases(
  options: Options,
): Promise<{ purchases: Purchase[]; categoryOf: (product: string) => string | null }> {
  if (textOf(options, 'households') === undefined) {
    const lines = await readLines(options, 'lines');
    return { purchases: lines.slice(1).flatMap(linePurchase), categoryOf: () => null };
  }
  const lines = await readLines(options, 'households');
  const products = textOf(options, 'products') === undefined ? [] : await readLines(options, 'products');
  const categories = new Map(
    products.map((line): [string, string] => {
      const [product = '', , , , category = ''] = line.split('\t');
      return [product, category];
    }),
  );
  return { purchases: lines.slice(1).flatMap(householdPurchase), categoryOf: (id) => categories.get(id) ?? null };
}

function householdPurchase(line: string): Purchase[] {
  const [person = '', , , product = '', quantity = '', , , , , , time = ''] = line.split('\t');
  const at = Date.parse(`${time.replace(' ', 'T')}Z`);
  return Number(quantity) > 0 && !Number.isNaN(at) ? [{ person, product, at, quantity: Number(quantity) }] : [];
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
