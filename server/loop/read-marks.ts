import type { Period } from '../earnings/credits.ts';
import { eachOf } from '../earnings/each-of.ts';
import { dayCode, dayText } from '../profit/code-of.ts';
import { inSlices } from '../profit/in-slices.ts';
import type { Store } from '../store/store.ts';
import { type Mark, markNames } from './process.ts';
import type { Marked } from './turn.ts';

/** Tells of everybody who is listed, day by day, so that nobody waits long for the file. */
export async function readMarks(
  { from, to }: Period,
  store: Pick<Store, 'all'>,
  look: (marked: Marked) => void,
): Promise<void> {
  for (let day = dayCode(from); day <= dayCode(to); day++) {
    const rows = await store.all(ofDay, [dayText(day)]);
    await inSlices(
      eachOf(rows, ([person, mark, of, first, last, count]) => {
        if (isMark(mark))
          look({
            ...{ person: String(person), mark, of: String(of) },
            ...{ first: Number(first), last: Number(last), count: Number(count) },
          });
      }),
    );
  }
}

function isMark(mark: unknown): mark is Mark {
  return markNames.some((one) => one === mark);
}

/** Whoever refused to be counted has no profile, and of whom others merely tell nobody has heard yet. */
const ofDay =
  'SELECT p.person, m.mark, m.of, m.first, m.last, m.count FROM loop_marks AS m JOIN profiles AS p ON p.visitor = m.visitor ' +
  'WHERE m.day = ? AND (p.last_seen > 0 OR EXISTS (SELECT 1 FROM profiles AS o WHERE o.person = p.person AND o.last_seen > 0))';
