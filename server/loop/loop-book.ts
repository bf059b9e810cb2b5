import { dayIn } from '../day-in.ts';
import { type Follower, followLog, forget } from '../log/follow-log.ts';
import { countedRows, type Filled, putRows } from '../store/put-rows.ts';
import type { Store } from '../store/store.ts';
import { createMarkBook, type MarkBook } from './mark-book.ts';
import { loopNames, marksOf } from './marks-of.ts';

interface LoopSources {
  store: Pick<Store, 'all' | 'write'>;
  timeZone: string;
  now(): number;
  together<T>(work: () => Promise<T>): Promise<T>;
}

/** Who took part in which process of the loop, as a table that follows the log. */
export interface LoopBook extends Follower, Pick<MarkBook, 'read' | 'peopleChanged' | 'forget'> {}

export function openLoopBook({ store, timeZone, now, together }: LoopSources): LoopBook {
  const dayOf = dayIn(timeZone);
  const { read, changed, peopleChanged, forget } = createMarkBook(store, now);
  let days: string[] = [];
  return {
    ...followLog({
      ...{ store, together, projection, names: loopNames },
      statementsOf: (events) => {
        days = events.map(({ at }) => dayOf(at));
        return putRows(ofMarks, countedRows(marksOf(events, dayOf)));
      },
      written: () => changed(days),
    }),
    ...{ read, peopleChanged, forget },
  };
}

const projection = 'loop';

const ofMarks: Filled = {
  table: 'loop_marks',
  columns: ['day', 'visitor', 'mark', 'of', 'first', 'last', 'count'],
  conflict:
    '(day, visitor, mark, of) DO UPDATE SET first = min(first, excluded.first), last = max(last, excluded.last), ' +
    'count = count + excluded.count',
};

/** All that the table has; it is made anew from the log's beginning. */
export const forgetLoop = forget(projection, ['loop_marks']);
