import { forever, type LinearSettings } from './linear-settings.ts';
import { isKept, listedFor, ringOf, type SessionIndex } from './session-index.ts';

/** A sparse row: what stands beside one item, without order. */
export interface Row {
  items: Int32Array;
  weights: Float64Array;
  size: number;
}

/** Items that are looked back at from each place in a session. */
const window = 12;
/** Of a very long session only the end is read. */
const longest = 500;

/** Counts, from the sessions themselves, the two matrices that SLIST is solved from (Choi et al. 2021, eq. 5-9). */
export interface CoOccurrence {
  /** Row of `alpha X'X + (1 - alpha) S'S`: how much an item overlaps with others as evidence. */
  overlap(item: number): Row;
  /** Column of `alpha X'X + (1 - alpha) S'T`: how much of others leads to an item. */
  leadsTo(item: number): Row;
}

/** The rows that it returns are its own, and good until the next call of the same function. */
export function coOccurrence(index: SessionIndex, settings: LinearSettings): CoOccurrence {
  const { together, earlier, later, halfLife, self } = settings;
  const apart = 1 - together;
  const sums = new Float64Array(index.itemCount);
  const rows = { overlap: emptyRow(index.itemCount), leadsTo: emptyRow(index.itemCount) };
  const session = new Int32Array(longest);
  const met = new Int32Array(index.itemCount);
  let reading = 0;
  const decays = Float64Array.from({ length: longest }, (_, steps) => Math.exp(-steps / earlier));
  const fades = Float64Array.from({ length: longest }, (_, steps) => Math.exp(-steps / later));
  const now = index.sessions === 0 ? 0 : (index.times[(index.sessions - 1) & (index.times.length - 1)] ?? 0);

  const add = (row: Row, item: number, weight: number) => {
    const before = sums[item] ?? 0;
    if (before === 0) row.items[row.size++] = item;
    sums[item] = before + weight;
  };

  /** Reads a session into `session`; returns its length, 0 for one that is no longer kept. */
  const read = (number: number): number => {
    if (!isKept(index, number)) return 0;
    const { items, starts, lengths } = index;
    const at = number & (starts.length - 1);
    const all = lengths[at] ?? 0;
    const length = Math.min(longest, all);
    reading++;
    const start = (starts[at] ?? 0) + all - length;
    for (let place = 0; place < length; place++) session[place] = items[(start + place) & (items.length - 1)] ?? 0;
    return length;
  };

  const weightOf = (number: number) =>
    halfLife === forever ? 1 : 0.5 ** ((now - (index.times[number & (index.times.length - 1)] ?? 0)) / halfLife);

  /** Whether an item is met for the first time since `reading` was raised. */
  const isFirst = (place: number) => {
    const item = session[place] ?? 0;
    if (met[item] === reading) return false;
    met[item] = reading;
    return true;
  };

  /** Where an item last stood at or before a place, within the window; -1 for nowhere. */
  const lastBefore = (item: number, place: number) => {
    for (let at = place; at >= 0 && at > place - window; at--) if (session[at] === item) return at;
    return -1;
  };

  const eachSession = (item: number, row: Row, visit: (length: number, weight: number) => void): Row => {
    row.size = 0;
    const end = index.listed[item] ?? 0;
    const mask = (index.listRoom[item] ?? 1) - 1;
    const { ring, from } = ringOf(index, item);
    for (let place = end - listedFor(index, item); place < end; place++) {
      const number = ring[from + (place & mask)] ?? 0;
      const length = read(number);
      if (length > 1) visit(length, weightOf(number));
    }
    // A list that has been cut speaks for all of the item's sessions.
    const scale = end / Math.max(1, listedFor(index, item));
    for (let place = 0; place < row.size; place++) {
      const other = row.items[place] ?? 0;
      row.weights[place] = (sums[other] ?? 0) * scale;
      sums[other] = 0;
    }
    return row;
  };

  return {
    overlap: (item) =>
      eachSession(item, rows.overlap, (length, weight) => {
        if (together > 0)
          for (let at = 0; at < length; at++) if (isFirst(at)) add(rows.overlap, session[at] ?? 0, together * weight);
        if (apart === 0) return;
        for (let end = 0; end < length - 1; end++) {
          const own = lastBefore(item, end);
          if (own < 0) continue;
          const pull = apart * weight * (decays[end - own] ?? 0);
          for (let at = end; at >= 0 && at > end - window; at--) {
            const other = session[at] ?? 0;
            if (lastBefore(other, end) === at) add(rows.overlap, other, pull * (decays[end - at] ?? 0));
          }
        }
      }),
    leadsTo: (item) =>
      eachSession(item, rows.leadsTo, (length, weight) => {
        if (together > 0)
          for (let at = 0; at < length; at++)
            if ((self || session[at] !== item) && isFirst(at)) add(rows.leadsTo, session[at] ?? 0, together * weight);
        if (apart === 0) return;
        let next = length;
        // From each place backwards: the first time that the item comes after it.
        for (let end = length - 2; end >= 0; end--) {
          if (session[end + 1] === item) next = end + 1;
          if (next === length) continue;
          const pull = apart * weight * (fades[next - end - 1] ?? 0);
          for (let at = end; at >= 0 && at > end - window; at--) {
            const other = session[at] ?? 0;
            if ((self || other !== item) && lastBefore(other, end) === at)
              add(rows.leadsTo, other, pull * (decays[end - at] ?? 0));
          }
        }
      }),
  };
}

function emptyRow(itemCount: number): Row {
  return { items: new Int32Array(itemCount), weights: new Float64Array(itemCount), size: 0 };
}
