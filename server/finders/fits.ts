import type { Evidence } from '../recommend/evidence.ts';
import type { Finder } from './finder.ts';
import { isTrueOf } from './is-true-of.ts';
import { type Rows, rowsOf } from './rows.ts';

/** Which products fit which choices of a finder: for each question a bit of each choice, product by product. */
export interface Fits {
  rows: Rows;
  /** Question -> by row. */
  bits: ReadonlyMap<string, Int32Array>;
  /** Looks at what has changed; yields after every few. Until it has ended, `fitsOf` looks at some at every call. */
  settle(seen: Seen): Generator<void, void>;
}

type Seen = Pick<Evidence, 'catalog' | 'model' | 'now'>;

interface Known {
  currency: string;
  fits: Fits;
  /** Looks at no more than so many products; whether there are no more. */
  look(most: number): boolean;
}

/** So many products are looked at within one call: some ms. */
const atOnce = 400;
const lookedAtOnce = 100;
/** ms; a catalogue that is not looked at within one call is put in order anew at most that often. */
const pause = 60_000;

/** By the finder itself: one that changes is another object. */
const known = new WeakMap<Finder, Known>();
/** What the rows were put in order by: the catalogue's version, and when that was. */
const sorted = new WeakMap<Rows, { version: number; at: number }>();

export function fitsOf(finder: Finder, seen: Seen, currency: string): Fits {
  const rows = rowsOf(seen.catalog);
  const before = known.get(finder);
  const found = before?.currency === currency && before.fits.rows === rows ? before : create(finder, rows, currency);
  known.set(finder, found);
  rows.read(atOnce);
  found.look(atOnce);
  if (seen.catalog.size <= atOnce && !isSorted(rows, seen)) toEnd(sort(rows, seen));
  return found.fits;
}

function create({ questions }: Finder, rows: Rows, currency: string): Known {
  const looked: Rows['products'][number][] = [];
  const bits = new Map(questions.map(({ key }) => [key, new Int32Array(rows.products.length)]));
  /** Of the rows, when they were begun to be looked at: for the last time all, and now. */
  let version = -1;
  let begun = -1;
  let next = 0;

  function grow(): void {
    for (const [key, before] of bits) {
      if (before.length >= rows.products.length) return;
      const longer = new Int32Array(rows.products.length * 2);
      longer.set(before);
      bits.set(key, longer);
    }
  }

  function lookAt(row: number): void {
    const product = rows.products[row] ?? null;
    looked[row] = product;
    for (const { key, choices } of questions) {
      let fit = 0;
      for (const [bit, { where }] of choices.entries())
        if (product && where.every((condition) => isTrueOf(product, condition, currency))) fit |= 1 << bit;
      const of = bits.get(key);
      if (of) of[row] = fit;
    }
  }

  function look(most: number): boolean {
    grow();
    for (let left = most; version !== rows.version; next++) {
      if (next === 0) begun = rows.version;
      if (next >= rows.products.length) {
        version = begun;
        next = -1;
        continue;
      }
      if (looked[next] === rows.products[next]) continue;
      if (left-- <= 0) return false;
      lookAt(next);
    }
    return true;
  }

  const settle = function* (seen: Seen) {
    for (;;) {
      while (!rows.read(lookedAtOnce)) yield;
      if (look(lookedAtOnce)) break;
      yield;
    }
    if (!isSorted(rows, seen)) yield* sort(rows, seen);
  };

  return { currency, fits: { rows, bits, settle }, look };
}

function isSorted(rows: Rows, { catalog, now }: Seen): boolean {
  const last = sorted.get(rows);
  if (!last) return false;
  if (catalog.size <= atOnce && last.version !== catalog.version) return false;
  return Math.abs(now - last.at) < pause;
}

function* sort(rows: Rows, { catalog, model, now }: Seen): Generator<void, void> {
  sorted.set(rows, { version: catalog.version, at: now });
  yield* rows.sort(model);
}

function toEnd(work: Generator<void, void>): void {
  for (const _ of work);
}
