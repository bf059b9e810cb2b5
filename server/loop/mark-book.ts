import type { Period } from '../earnings/credits.ts';
import { eachOf } from '../earnings/each-of.ts';
import { readInParts } from '../earnings/read-in-parts.ts';
import { dayCode, dayText } from '../profit/code-of.ts';
import { type Codes, createCodes } from '../profit/codes.ts';
import { inSlices } from '../profit/in-slices.ts';
import { personNames } from '../profit/person-names.ts';
import type { Store } from '../store/store.ts';
import { type About, createMarkColumns, type MarkDay, type MarkRow } from './mark-columns.ts';
import { type Mark, markNames } from './process.ts';

/**
 * Who took part in what, in memory while somebody asks: a day is read from the file at the first question, and again where it has
 * changed. Left alone for a quarter of an hour, all of it is dropped.
 */
export interface MarkBook {
  read(period: Period): Promise<Marks>;
  /** The file has other marks on these days. */
  changed(days: Iterable<string>): void;
  /** The file has other people than before. */
  peopleChanged(): void;
  /** The file has other marks and people than before, whichever. */
  forget(): void;
}

/** Whose a visitor is, by their codes; 0 for nobody who is listed. */
interface People {
  persons: Codes;
  personOf: Int32Array;
}

/** As the file has it. */
export interface Marks extends People {
  days: readonly MarkDay[];
  abouts: readonly About[];
}

const keptFor = 15 * 60_000;

export function createMarkBook(store: Pick<Store, 'all'>, now: () => number): MarkBook {
  let columns = createMarkColumns();
  /** Days of which the file has more. */
  let stale = new Set<string>();
  let people: People | null = null;
  let asked = 0;
  let reading: Promise<unknown> = Promise.resolve();

  async function readDay(day: string): Promise<void> {
    const into = columns;
    // Before the file is asked: what changes while it answers has to be read again.
    stale.delete(day);
    try {
      into.put(day, await rowsOf(day, store));
    } catch (error) {
      stale.add(day);
      throw error;
    }
  }

  async function readPeople(): Promise<void> {
    const nobody: People = { persons: createCodes(), personOf: new Int32Array(0) };
    people = nobody;
    const found = await peopleOf(columns.visitors.all(), store);
    // Others may have been joined meanwhile.
    if (people === nobody) people = found;
  }

  /** What it waits for may change what was read before. */
  async function bring(days: readonly string[]): Promise<Marks> {
    for (;;) {
      const missing = days.find((day) => stale.has(day) || !columns.days.has(day));
      if (missing !== undefined) await readDay(missing);
      else if (people === null || people.personOf.length < columns.visitors.size) await readPeople();
      else return { days: days.flatMap((day) => columns.days.get(day) ?? []), abouts: columns.abouts, ...people };
    }
  }

  function forget(): void {
    columns = createMarkColumns();
    stale = new Set();
    people = null;
  }

  return {
    read: ({ from, to }) => {
      if (now() - asked > keptFor) forget();
      asked = now();
      const first = dayCode(from);
      const days = Array.from({ length: dayCode(to) - first + 1 }, (_, place) => dayText(first + place));
      const done = reading.catch(() => {}).then(() => bring(days));
      reading = done;
      return done;
    },
    changed: (days) => {
      for (const day of days) stale.add(day);
    },
    peopleChanged: () => {
      people = null;
    },
    forget,
  };
}

async function rowsOf(day: string, store: Pick<Store, 'all'>): Promise<MarkRow[]> {
  const rows: MarkRow[] = [];
  await readInParts(
    { columns: ['visitor', 'mark', 'of', 'first', 'last', 'count'], sql: ofDay, params: [day] },
    ([visitor, mark, of, first, last, count]) => {
      if (isMark(mark)) rows.push([String(visitor), mark, String(of), Number(first), Number(last), Number(count)]);
    },
    store,
  );
  return rows;
}

/** Of whom others merely tell nobody has heard yet, unless somebody who was here is the same person. */
async function peopleOf(visitors: readonly string[], store: Pick<Store, 'all'>): Promise<People> {
  const names = await personNames(visitors, store);
  const unseen = new Set((await store.all(notSeen, [])).map(([visitor]) => String(visitor)));
  const persons = createCodes();
  const personOf = new Int32Array(visitors.length + 1);
  const met = new Set<string>();
  const nameOf = (visitor: string) => names.get(visitor) ?? visitor;
  await inSlices(
    eachOf(visitors, (visitor) => {
      if (!unseen.has(visitor)) met.add(nameOf(visitor));
    }),
  );
  if (unseen.size > 0) for (const [person] of await store.all(metElsewhere, [])) met.add(String(person));
  await inSlices(
    eachOf(visitors.entries(), ([place, visitor]) => {
      personOf[place + 1] = met.has(nameOf(visitor)) ? persons.of(nameOf(visitor)) : 0;
    }),
  );
  return { persons, personOf };
}

function isMark(mark: unknown): mark is Mark {
  return markNames.some((one) => one === mark);
}

/** Whoever refused to be counted has no profile. */
const ofDay =
  'SELECT m.visitor, m.mark, m.of, m.first, m.last, m.count FROM loop_marks AS m JOIN profiles AS p ON p.visitor = m.visitor WHERE m.day = ?';
const notSeen = 'SELECT visitor FROM profiles WHERE last_seen = 0';
/** Persons of those who were never here on this device, but on another. */
const metElsewhere =
  'SELECT DISTINCT p.person FROM profiles AS p JOIN profiles AS o ON o.person = p.person AND o.last_seen > 0 WHERE p.last_seen = 0';
