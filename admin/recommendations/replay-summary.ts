import type { Replayed, ShelfMade } from '../../server/shelves/replay.ts';

/** What a draft changes in decisions of the past. */
export interface ReplaySummary {
  decisions: number;
  /** Shelves that are not the same, and of those the ones with the same products in another order. */
  changed: number;
  reordered: number;
  /** Of the products that stand on a shelf now, this part stays, on average; null where none stands anywhere. */
  stays: number | null;
  /** Of the products that stood there then, this part is found again by what holds now; null where none stood anywhere. */
  again: number | null;
  /** On how many shelves, the most first. */
  comesIn: Counted[];
  fallsOut: Counted[];
  before: Lacks;
  after: Lacks;
  /** Those that change most first; of alike ones the newest. */
  examples: Example[];
}

export interface Counted {
  product: string;
  shelves: number;
}

/** Shelves that stay the shop's own content, that a recipe filled which stands in for another, and that have fewer products than places. */
export interface Lacks {
  empty: number;
  standIn: number;
  short: number;
}

export interface Example {
  of: Replayed;
  comesIn: string[];
  fallsOut: string[];
}

const most = 5;

export function summarize(decisions: readonly Replayed[]): ReplaySummary {
  const comesIn = new Map<string, number>();
  const fallsOut = new Map<string, number>();
  const examples: (Example & { stays: number })[] = [];
  for (const of of decisions) {
    const [before, after] = [of.before.products, of.after.products];
    if (isSame(before, after)) continue;
    const example = { of, comesIn: without(after, before), fallsOut: without(before, after) };
    for (const id of example.comesIn) comesIn.set(id, (comesIn.get(id) ?? 0) + 1);
    for (const id of example.fallsOut) fallsOut.set(id, (fallsOut.get(id) ?? 0) + 1);
    examples.push({ ...example, stays: shareOf(before, after) ?? 0 });
  }
  examples.sort((a, b) => a.stays - b.stays || b.comesIn.length - a.comesIn.length || b.of.at - a.of.at);
  return {
    decisions: decisions.length,
    changed: examples.length,
    reordered: examples.filter((one) => one.comesIn.length === 0 && one.fallsOut.length === 0).length,
    stays: meanOf(decisions.map(({ before, after }) => shareOf(before.products, after.products))),
    again: meanOf(decisions.map(({ stood, before }) => shareOf(stood ?? [], before.products))),
    comesIn: first(comesIn),
    fallsOut: first(fallsOut),
    before: lacksOf(decisions.map(({ before }) => before)),
    after: lacksOf(decisions.map(({ after }) => after)),
    examples: examples.slice(0, most).map(({ stays: _, ...example }) => example),
  };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, place) => b[place] === id);
}

function without(all: readonly string[], others: readonly string[]): string[] {
  return all.filter((id) => !others.includes(id));
}

/** Of the first, the part that is among the second; null of nothing. */
function shareOf(first: readonly string[], second: readonly string[]): number | null {
  return first.length === 0 ? null : (first.length - without(first, second).length) / first.length;
}

function meanOf(shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null);
  return known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0) / known.length;
}

function first(counts: ReadonlyMap<string, number>): Counted[] {
  const all = [...counts].map(([product, shelves]) => ({ product, shelves }));
  return all.sort((a, b) => b.shelves - a.shelves || (a.product < b.product ? -1 : 1)).slice(0, most);
}

function lacksOf(shelves: readonly ShelfMade[]): Lacks {
  return {
    empty: shelves.filter(({ recipe }) => recipe === null).length,
    standIn: shelves.filter(({ isStandIn }) => isStandIn).length,
    short: shelves.filter(({ isShort }) => isShort).length,
  };
}
