import { desc } from 'drizzle-orm';
import type { Store } from '../store/store.ts';
import { dayNumberIn } from './day-number.ts';
import { comingAfter, KeptOccasions, Occasions, type Upcoming, usualOccasions } from './occasions.ts';
import { occasionChoices } from './table.ts';

/** The occasions of a shop, in memory: each decision asks. */
export interface OccasionBook {
  readonly current: Occasions;
  /** What a new shop has. */
  readonly usual: Occasions;
  /** The soonest one whose days before it have begun, by the days of the shop; null where there is none. `now` in ms. */
  at(now: number): Upcoming | null;
  /** All that are on, the soonest first. */
  coming(now: number): readonly Upcoming[];
  choose(occasions: Occasions, who: { by: string; at: number }): Promise<void>;
  /** What was chosen, the newest first. */
  history(): Promise<{ occasions: Occasions; by: string; at: number }[]>;
}

/** Choices that are kept to be looked at. */
const most = 100;
/** In no zone a day begins within a quarter of an hour; ms. */
const quarter = 900_000;

export async function openOccasions(
  { db, write }: Pick<Store, 'db' | 'write'>,
  timeZone: string,
): Promise<OccasionBook> {
  const usual = usualOccasions(timeZone);
  const parse = (body: string): Occasions => {
    const { builtIn, own, price } = KeptOccasions.parse(JSON.parse(body));
    return { builtIn: { ...usual.builtIn, ...builtIn }, own, price };
  };
  const read = () => db.select().from(occasionChoices).orderBy(desc(occasionChoices.id)).limit(most);
  const [newest] = await read();
  let current = newest ? parse(newest.body) : usual;
  let id = newest?.id ?? 0;
  let last: Promise<void> = Promise.resolve();
  const dayAt = dayNumberIn(timeZone);
  let asked = { place: Number.NaN, coming: [] as readonly Upcoming[], now: null as Upcoming | null };

  function ask(now: number): typeof asked {
    const place = Math.floor(now / quarter);
    if (asked.place !== place) {
      const coming = comingAfter(current, dayAt(now));
      asked = { place, coming, now: coming.find(({ days, lead }) => days <= lead) ?? null };
    }
    return asked;
  }

  async function chooseNow(next: Occasions, { by, at }: { by: string; at: number }): Promise<void> {
    const body = JSON.stringify(Occasions.parse(next));
    if (body === JSON.stringify(Occasions.parse(current))) return;
    await write([
      { sql: 'INSERT INTO occasion_choices (id, body, by, at) VALUES (?, ?, ?, ?)', params: [id + 1, body, by, at] },
      { sql: 'DELETE FROM occasion_choices WHERE id <= ?', params: [id + 1 - most] },
    ]);
    current = parse(body);
    id++;
    asked.place = Number.NaN;
  }

  return {
    get current() {
      return current;
    },
    usual,
    at: (now) => ask(now).now,
    coming: (now) => ask(now).coming,
    choose: (occasions, who) => {
      last = last.catch(() => {}).then(() => chooseNow(occasions, who));
      return last;
    },
    history: async () => (await read()).map(({ body, by, at }) => ({ occasions: parse(body), by, at })),
  };
}
