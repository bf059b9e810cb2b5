import { type Codes, createCodes } from '../profit/codes.ts';
import type { Mark } from './process.ts';

/** A row of `loop_marks` but for its day. */
export type MarkRow = readonly [visitor: string, mark: Mark, of: string, first: number, last: number, count: number];

/** What a mark is about. */
export interface About {
  mark: Mark;
  of: string;
}

/** A day as columns: 28 bytes a row. */
export interface MarkDay {
  /** Code of a visitor. */
  visitor: Uint32Array;
  /** Place among `abouts`. */
  about: Uint32Array;
  /** ms since 1970. */
  first: Float64Array;
  last: Float64Array;
  count: Uint32Array;
}

/** Days in memory. */
export interface MarkColumns {
  days: Map<string, MarkDay>;
  visitors: Codes;
  abouts: readonly About[];
  put(day: string, rows: readonly MarkRow[]): void;
}

/** Different things that marks may be about; what comes after them is about nothing, since pages name their places themselves. */
const mostAbouts = 2_000;

export function createMarkColumns(): MarkColumns {
  const days = new Map<string, MarkDay>();
  const visitors = createCodes();
  const abouts: About[] = [];
  const places = new Map<string, number>();

  function placeOf(mark: Mark, of: string): number {
    const key = `${mark} ${of}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    if (of !== '' && abouts.length >= mostAbouts) return placeOf(mark, '');
    places.set(key, abouts.length);
    return abouts.push({ mark, of }) - 1;
  }

  return {
    days,
    visitors,
    abouts,
    put: (day, rows) => {
      const size = rows.length;
      const columns: MarkDay = {
        ...{ visitor: new Uint32Array(size), about: new Uint32Array(size), count: new Uint32Array(size) },
        ...{ first: new Float64Array(size), last: new Float64Array(size) },
      };
      for (const [row, [visitor, mark, of, first, last, count]] of rows.entries()) {
        columns.visitor[row] = visitors.of(visitor);
        columns.about[row] = placeOf(mark, of);
        columns.first[row] = first;
        columns.last[row] = last;
        columns.count[row] = count;
      }
      days.set(day, columns);
    },
  };
}
