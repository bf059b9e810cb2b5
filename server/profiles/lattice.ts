import { compare } from '../text-order.ts';

/**
 * Values that a fold can build in any order: every `add` and `merge` here is commutative and associative, and a merge of
 * the parts is the fold of the whole (commutative monoids; the times and registers are semilattices, too). Repeated events
 * never arrive: the log keeps each id once.
 *
 * What is bounded stays exact: an entry is dropped for its own key or time alone, never for what was counted under it, so
 * whatever is among the newest of the union was among the newest of every part that had it. It may therefore be dropped
 * early or late; `encode` drops for good.
 */

/** Something said at a time; the id breaks ties, so that every order of arrival ends with the same winner. */
export interface Said<T> {
  at: number;
  id: string;
  value: T;
}

export function addCount<K>(counts: Map<K, number>, key: K, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

export function addTime(times: Map<string, number>, key: string, at: number): void {
  const known = times.get(key);
  if (known === undefined || at > known) times.set(key, at);
}

export function addSaid<T>(said: Map<string, Said<T>>, key: string, word: Said<T>): void {
  said.set(key, later(said.get(key) ?? null, word));
}

/** Of the first word. */
export function addFirstSaid<T>(said: Map<string, Said<T>>, key: string, word: Said<T>): void {
  const known = said.get(key);
  if (!known || compareSaid(word, known) < 0) said.set(key, word);
}

/** Adds every entry of `from` to `into`, each by `add`. */
export function addAll<K, V>(
  into: Map<K, V>,
  from: ReadonlyMap<K, V>,
  add: (into: Map<K, V>, key: K, value: V) => void,
): void {
  for (const [key, value] of from) add(into, key, value);
}

/** The entries with the greatest keys. */
export function greatestKeys<K extends string | number, V>(entries: ReadonlyMap<K, V>, keep: number): Map<K, V> {
  return new Map([...entries].sort(([a], [b]) => compare(b, a)).slice(0, keep));
}

/** The entries with the latest times, newest first. */
export function latest(times: ReadonlyMap<string, number>, keep: number): Map<string, number> {
  return new Map([...times].sort(([a, at], [b, bt]) => bt - at || compare(a, b)).slice(0, keep));
}

/** Keys by their times, newest first. */
export function newestTimes(times: ReadonlyMap<string, number>): string[] {
  return [...latest(times, times.size).keys()];
}

/** The latest words, newest first. */
export function latestSaid<T>(said: readonly Said<T>[], keep: number): Said<T>[] {
  return [...said].sort((a, b) => compareSaid(b, a)).slice(0, keep);
}

export function later<T, A extends Said<T> | null>(a: A, b: Said<T>): Said<T>;
export function later<T>(a: Said<T> | null, b: Said<T> | null): Said<T> | null;
export function later<T>(a: Said<T> | null, b: Said<T> | null): Said<T> | null {
  if (!a || !b) return a ?? b;
  return compareSaid(a, b) >= 0 ? a : b;
}

export function earlier<T>(a: Said<T> | null, b: Said<T> | null): Said<T> | null {
  if (!a || !b) return a ?? b;
  return compareSaid(a, b) <= 0 ? a : b;
}

export function compareSaid(a: Said<unknown>, b: Said<unknown>): number {
  return a.at - b.at || compare(a.id, b.id);
}
