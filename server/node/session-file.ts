import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { BasketCase } from '../recommend/evaluation/basket.ts';
import { type Sessions, sessionCount, sessionsOf } from '../recommend/next/sessions.ts';
import { Failure } from './commands/command.ts';

/** The names of items, as numbers from 0 in the order in which they were met. */
export type Numbers = Map<string, number>;

/**
 * Sessions, a line each, oldest first: `item item item`, or `seconds TAB item item item`; also as .gz. Those that come after
 * `train` know its items and no others.
 */
export async function readSessions(path: string, numbers: Numbers, train: Sessions | null = null): Promise<Sessions> {
  const rows: number[][] = [];
  const times: number[] = [];
  for await (const { before, words } of linesOf(path)) {
    rows.push(words.map((word) => (train ? numberOf(word, numbers) : newNumberOf(word, numbers))));
    if (before === null) continue;
    const time = Number(before);
    if (!Number.isFinite(time)) throw new Failure(`${path}: "${before}" is no time in seconds.`);
    times.push(time);
  }
  if (times.length > 0 && times.length < rows.length)
    throw new Failure(`${path}: only ${times.length} of ${rows.length} lines have a time.`);
  return sessionsOf(rows, numbers.size, times.length > 0 ? times : null, train ? sessionCount(train) : 0);
}

/** `hidden TAB item item item`, where the items are the whole basket; also as .gz. */
export async function readCases(path: string, numbers: Numbers): Promise<BasketCase[]> {
  const cases: BasketCase[] = [];
  for await (const { before, words } of linesOf(path)) {
    if (before === null) throw new Failure(`${path}: a case is "hidden item, tab, basket".`);
    const shown = words.filter((word) => word !== before).map((word) => numberOf(word, numbers));
    cases.push({ hidden: numberOf(before, numbers), shown: Int32Array.from(shown) });
  }
  return cases;
}

async function* linesOf(path: string): AsyncGenerator<{ before: string | null; words: string[] }> {
  const file = createReadStream(path);
  const text = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  // What the file cannot do, the stream behind it must say.
  file.once('error', (error) => text.destroy(error));
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      const [first = '', rest] = line.split('\t');
      yield { before: rest === undefined ? null : first, words: (rest ?? first).split(' ').filter(Boolean) };
    }
  } catch (error) {
    throw new Failure(`${path}: ${error instanceof Error ? error.message : String(error)}`);
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
