import { addScore, bestOf, emptyScores } from './scores.ts';
import { isInRing, isKept, type SessionIndex } from './session-index.ts';

/** What is popular is known so far; and how many of them are always candidates. */
const known = 200;
const always = 20;

export function popularIn(index: SessionIndex): Int32Array<ArrayBuffer> {
  const finding = findPopular(index);
  let step = finding.next();
  while (step.done !== true) step = finding.next();
  return step.value;
}

/** What most of the newest sessions had: a twentieth of all, so that it is what is wanted now. Yields after every few thousand. */
export function* findPopular(index: SessionIndex): Generator<void, Int32Array<ArrayBuffer>> {
  const counts = emptyScores(index.itemCount);
  const { items, starts, lengths } = index;
  let left = Math.max(10_000, index.written / 20);
  for (let session = index.sessions - 1; left > 0 && isInRing(index, session); session--) {
    if (session % 4_096 === 0) yield;
    if (!isKept(index, session)) continue;
    const at = session & (starts.length - 1);
    const start = starts[at] ?? 0;
    for (let step = 0; step < (lengths[at] ?? 0); step++)
      addScore(counts, items[(start + step) & (items.length - 1)] ?? 0, 1);
    left -= lengths[at] ?? 0;
  }
  const best = new Int32Array(known);
  return best.subarray(0, bestOf(counts, best));
}

export function alwaysAmong(popular: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  return popular.subarray(0, always);
}
