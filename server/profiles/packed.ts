import { compare } from '../text-order.ts';
import { latest } from './lattice.ts';

/**
 * Counts by time as short canonical text: of each label its times, the first one and then the distances, in base 36, each
 * with its count behind a `.` where that is not 1. A year of days takes the place of a week.
 */
export type Packed = [label: string, times: string][];

/** `key` reads a key's time (a whole number, not below 0) and its label. */
export function pack<K>(counts: ReadonlyMap<K, number>, key: (of: K) => [time: number, label: string]): Packed {
  const byLabel = new Map<string, [number, number][]>();
  for (const [of, count] of counts) {
    const [time, label] = key(of);
    const times = byLabel.get(label);
    if (times) times.push([time, count]);
    else byLabel.set(label, [[time, count]]);
  }
  return [...byLabel].sort(([a], [b]) => compare(a, b)).map(([label, times]) => [label, textOf(times)]);
}

export function unpack<K>(packed: Packed, key: (time: number, label: string) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const [label, text] of packed) {
    let time = 0;
    for (const part of text.split(' ')) {
      const point = part.indexOf('.');
      time += Number.parseInt(point < 0 ? part : part.slice(0, point), 36);
      counts.set(key(time, label), point < 0 ? 1 : Number.parseInt(part.slice(point + 1), 36));
    }
  }
  return counts;
}

/** Keys with their times, the latest first: behind each, in base 36, its distance to the one before it; of the first one its time. */
export function packTimes(times: ReadonlyMap<string, number>): string[] {
  let before = 0;
  return [...latest(times, times.size)].map(([key, at]) => {
    const distance = Math.abs(at - before);
    before = at;
    return `${key} ${distance.toString(36)}`;
  });
}

export function unpackTimes(packed: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  let at = 0;
  for (const [place, text] of packed.entries()) {
    const space = text.lastIndexOf(' ');
    const distance = Number.parseInt(text.slice(space + 1), 36);
    at = place === 0 ? distance : at - distance;
    times.set(text.slice(0, space), at);
  }
  return times;
}

function textOf(times: [number, number][]): string {
  let before = 0;
  return times
    .sort(([a], [b]) => a - b)
    .map(([time, count]) => {
      const distance = (time - before).toString(36);
      before = time;
      return count === 1 ? distance : `${distance}.${count.toString(36)}`;
    })
    .join(' ');
}
