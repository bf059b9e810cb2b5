import type { BasketCase } from '../../../recommend/evaluation/basket.ts';
import { type Sessions, sessionCount, sessionsOf } from '../../../recommend/next/sessions.ts';
import { Failure, type Options } from '../command.ts';
import { readLines } from './read-lines.ts';

/** The names of items, as numbers from 0 in the order in which they were met. */
export type Numbers = Map<string, number>;

/**
 * Sessions, a line each, oldest first: `item item item`, or `seconds TAB item item item`; also as .gz. Those that come after
 * `train` know its items and no others.
 */
export async function readSessions(
  options: Options,
  name: string,
  numbers: Numbers,
  train: Sessions | null = null,
): Promise<Sessions> {
  const rows: number[][] = [];
  const times: number[] = [];
  for (const { before, words } of rowsOf(await readLines(options, name))) {
    rows.push(words.map((word) => (train ? numberOf(word, numbers) : newNumberOf(word, numbers))));
    if (before === null) continue;
    const time = Number(before);
    if (!Number.isFinite(time)) throw new Failure(`--${name}: "${before}" is no time in seconds.`);
    times.push(time);
  }
  if (times.length > 0 && times.length < rows.length)
    throw new Failure(`--${name}: only ${times.length} of ${rows.length} lines have a time.`);
  return sessionsOf(rows, numbers.size, times.length > 0 ? times : null, train ? sessionCount(train) : 0);
}

/** `hidden TAB item item item`, where the items are the whole basket; also as .gz. */
export async function readCases(options: Options, name: string, numbers: Numbers): Promise<BasketCase[]> {
  const cases: BasketCase[] = [];
  for (const { before, words } of rowsOf(await readLines(options, name))) {
    if (before === null) throw new Failure(`--${name}: a case is "hidden item, tab, basket".`);
    const shown = words.filter((word) => word !== before).map((word) => numberOf(word, numbers));
    cases.push({ hidden: numberOf(before, numbers), shown: Int32Array.from(shown) });
  }
  return cases;
}

function* rowsOf(lines: readonly string[]): Generator<{ before: string | null; words: string[] }> {
  for (const line of lines) {
    const [first = '', rest] = line.split('\t');
    yield { before: rest === undefined ? null : first, words: (rest ?? first).split(' ').filter(Boolean) };
  }
}

function numberOf(word: string, numbers: Numbers): number {
  return numbers.get(word) ?? -1;
}

function newNumberOf(word: string, numbers: Numbers): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, numbers.size);
  return numbers.size - 1;
}
