import { solveInPlace } from './cholesky.ts';
import { type CoOccurrence, coOccurrence, type Row } from './co-occurrence.ts';
import type { LinearSettings } from './linear-settings.ts';
import { createRowRoom } from './row-room.ts';
import { listedFor, type SessionIndex } from './session-index.ts';

/** A sparse linear model as it is asked: for each item what it speaks for, and how strongly, in rows of the same room. */
export interface LinearWeights {
  room: number;
  targets: Int32Array;
  weights: Float32Array;
  sizes: Int32Array;
}

/** Of a large shop each column is so large that clearing it takes as long as a slice. */
export function* emptyWeights(itemCount: number, room: number): Generator<number, LinearWeights> {
  const targets = new Int32Array(itemCount * room);
  yield 0;
  const weights = new Float32Array(itemCount * room);
  yield 0;
  return { room, targets, weights, sizes: new Int32Array(itemCount) };
}

interface FitLinearOptions {
  /** Targets to solve; all without it. */
  only?: Int32Array | null;
  /** Bytes of what is counted that may be remembered. */
  overlaps?: number;
  /** Weights of other settings that nobody reads any more. */
  into?: LinearWeights | null;
}

/**
 * SLIST (Choi et al. 2021) item by item: instead of a dense inverse over all items, each target's ridge regression over the
 * sources that lead to it most. Counting and solving one item takes a part of a millisecond, so a full fit pauses after each
 * (it yields the share that is done), and `refreshing` solves one again.
 */
export function* fitLinear(
  index: SessionIndex,
  settings: LinearSettings,
  room: number,
  { only = null, overlaps = Number.POSITIVE_INFINITY, into = null }: FitLinearOptions = {},
): Generator<number, LinearWeights> {
  const weights = into ?? (yield* emptyWeights(index.itemCount, room));
  weights.sizes.fill(0);
  const counts = rememberingOverlaps(coOccurrence(index, settings), index, overlaps);
  const count = only?.length ?? index.itemCount;
  for (let place = 0; place < count; place++) {
    const item = only?.[place] ?? place;
    if (listedFor(index, item) > 0) {
      const solving = solveItem(weights, item, index, counts, settings);
      while (solving.next().done !== true) yield place / count;
    }
    yield (place + 1) / count;
  }
  return weights;
}

/**
 * Solves single items again from the sessions as they are now. Rows of overlaps are kept between the calls until an item has a
 * twentieth more sessions, so weights are those of a full fit but for what so few sessions change. Yields after each row that
 * is counted.
 */
export function refreshing(
  weights: LinearWeights,
  index: SessionIndex,
  settings: LinearSettings,
): (item: number) => Generator<void, void> {
  const counts = rememberingOverlaps(coOccurrence(index, settings), index);
  return (item) => solveItem(weights, item, index, counts, settings);
}

/** Solves one item's sources from the sessions as they are now, and puts its weights into the sources' rows. */
function* solveItem(
  weights: LinearWeights,
  item: number,
  index: SessionIndex,
  counts: CoOccurrence,
  settings: LinearSettings,
): Generator<void, void> {
  const leads = copied(counts.leadsTo(item), spare.pop());
  // Of an item that everybody looks at, counting and sorting take some ms each.
  yield;
  const sources = strongest(leads, settings, index);
  const size = sources.length;
  yield;
  for (let slot = 0; slot < size; slot++) {
    counts.overlap(leads.items[sources[slot] ?? 0] ?? 0);
    yield;
  }
  // From here on nothing waits: slots, matrix and vector are shared by all who solve.
  const slots = slotsFor(index.itemCount);
  const [a, b] = equationFor(size);
  for (let slot = 0; slot < size; slot++) b[slot] = leads.weights[sources[slot] ?? 0] ?? 0;
  for (let slot = 0; slot < size; slot++) slots[leads.items[sources[slot] ?? 0] ?? 0] = slot + 1;
  for (let slot = 0; slot < size; slot++) {
    const source = leads.items[sources[slot] ?? 0] ?? 0;
    const row = counts.overlap(source);
    for (let place = 0; place < row.size; place++) {
      const other = (slots[row.items[place] ?? 0] ?? 0) - 1;
      if (other < 0) continue;
      // Of two counts of a pair the rarer item's is whole: its list of sessions has not been cut.
      const isRarer = isBefore(index, source, row.items[place] ?? 0);
      if (isRarer || other === slot) a[Math.max(slot, other) * size + Math.min(slot, other)] = row.weights[place] ?? 0;
    }
    a[slot * size + slot] = (a[slot * size + slot] ?? 0) + settings.ridge;
  }
  solveInPlace(a, b, size, settings.ridge);
  for (let place = 0; place < leads.size; place++) {
    const source = leads.items[place] ?? 0;
    const slot = (slots[source] ?? 0) - 1;
    putWeight(weights, source, item, slot < 0 ? 0 : (b[slot] ?? 0));
    slots[source] = 0;
  }
  spare.push(leads);
}

/** Rows that nobody reads any more. */
const spare: Row[] = [];

function copied(row: Row, into: Row = { items: new Int32Array(0), weights: new Float64Array(0), size: 0 }): Row {
  if (into.items.length < row.size) {
    const room = 2 ** Math.ceil(Math.log2(row.size));
    into.items = new Int32Array(room);
    into.weights = new Float64Array(room);
  }
  for (let place = 0; place < row.size; place++) {
    into.items[place] = row.items[place] ?? 0;
    into.weights[place] = row.weights[place] ?? 0;
  }
  into.size = row.size;
  return into;
}

let gains = new Float64Array(0);

/** Places in the row of the sources that explain most by themselves. */
function strongest({ items, weights, size }: Row, { sources, ridge }: LinearSettings, index: SessionIndex): number[] {
  const places: number[] = [];
  if (gains.length < size) gains = new Float64Array(2 * size);
  for (let place = 0; place < size; place++) {
    places.push(place);
    const weight = weights[place] ?? 0;
    gains[place] = (weight * weight) / (listedFor(index, items[place] ?? 0) + ridge);
  }
  if (size <= sources) return places;
  return places
    .sort((one, other) => (gains[other] ?? 0) - (gains[one] ?? 0) || (items[one] ?? 0) - (items[other] ?? 0))
    .slice(0, sources);
}

function isBefore({ listed }: SessionIndex, one: number, other: number): boolean {
  const difference = (listed[one] ?? 0) - (listed[other] ?? 0);
  return difference < 0 || (difference === 0 && one < other);
}

/** Writes a target's weight into a source's row; a full row keeps its greatest. */
function putWeight(
  { room, targets, weights, sizes }: LinearWeights,
  source: number,
  target: number,
  weight: number,
): void {
  const from = source * room;
  const size = sizes[source] ?? 0;
  let at = from;
  while (at < from + size && targets[at] !== target) at++;
  const isNew = at === from + size;
  if (weight === 0) {
    if (isNew) return;
    targets[at] = targets[from + size - 1] ?? 0;
    weights[at] = weights[from + size - 1] ?? 0;
    sizes[source] = size - 1;
    return;
  }
  if (isNew && size < room) sizes[source] = size + 1;
  else if (isNew) {
    at = from;
    for (let other = from + 1; other < from + room; other++)
      if (Math.abs(weights[other] ?? 0) < Math.abs(weights[at] ?? 0)) at = other;
    if (Math.abs(weights[at] ?? 0) >= Math.abs(weight)) return;
  }
  targets[at] = target;
  weights[at] = weight;
}

interface Remembered {
  row: Row;
  listed: number;
}

/**
 * An item is a source of many targets, so its row is counted once: or again, where all rows are more than `most` bytes. In two
 * generations, of which the older one goes.
 */
function rememberingOverlaps(counts: CoOccurrence, index: SessionIndex, most = Number.POSITIVE_INFINITY): CoOccurrence {
  let young: (Remembered | undefined)[] = [];
  let old = young;
  let [rows, oldRows] = [createRowRoom(), createRowRoom()];
  const remember = (item: number, row: Row, listed: number): Row => {
    if (rows.bytes() > most / 2) {
      [rows, oldRows] = [oldRows, rows];
      rows.clear();
      old = young;
      young = [];
    }
    const kept = rows.keep(row);
    young[item] = { row: kept, listed };
    return kept;
  };
  return {
    leadsTo: counts.leadsTo,
    overlap: (item) => {
      const listed = index.listed[item] ?? 0;
      const known = young[item] ?? old[item];
      if (!known || listed > known.listed * 1.05) return remember(item, counts.overlap(item), listed);
      return young[item] ? known.row : remember(item, known.row, known.listed);
    },
  };
}

let slots = new Int32Array(0);

/** Zero for every item between the calls. */
function slotsFor(itemCount: number): Int32Array {
  if (slots.length < itemCount) slots = new Int32Array(itemCount);
  return slots;
}

let matrix = new Float64Array(0);
let vector = new Float64Array(0);

/** Zeros for a matrix of this size, and a vector: new ones for each item would be gigabytes of garbage. */
function equationFor(size: number): [Float64Array, Float64Array] {
  if (matrix.length < size * size) matrix = new Float64Array(size * size);
  if (vector.length < size) vector = new Float64Array(size);
  return [matrix.fill(0, 0, size * size), vector];
}
