import { type Chooser, type KeptChoice, openKeptChoice } from '../store/kept-choice.ts';
import type { Store } from '../store/store.ts';
import { dayNumberIn } from './day-number.ts';
import { comingAfter, KeptOccasions, Occasions, type Upcoming, usualOccasions } from './occasions.ts';

/** The occasions of a shop, in memory: each decision asks. */
export interface OccasionBook extends Pick<KeptChoice<Occasions>, 'current' | 'history'> {
  /** What a new shop has. */
  readonly usual: Occasions;
  /** The soonest one whose days before it have begun, by the days of the shop; null where there is none. `now` in ms. */
  at(now: number): Upcoming | null;
  /** All that are on, the soonest first. */
  coming(now: number): readonly Upcoming[];
  choose(occasions: Occasions, who: Chooser): Promise<void>;
}

/** In no zone a day begins within a quarter of an hour; ms. */
const quarter = 900_000;

export async function openOccasions(store: Pick<Store, 'all' | 'write'>, timeZone: string): Promise<OccasionBook> {
  const usual = usualOccasions(timeZone);
  const kept = await openKeptChoice<Occasions>(store, {
    table: 'occasion_choices',
    usual,
    first: 0,
    check: Occasions.parse,
    read: (body) => {
      const { builtIn, own, price } = KeptOccasions.parse(body);
      return { builtIn: { ...usual.builtIn, ...builtIn }, own, price };
    },
  });
  const dayAt = dayNumberIn(timeZone);
  let asked = { place: Number.NaN, coming: [] as readonly Upcoming[], now: null as Upcoming | null };

  function ask(now: number): typeof asked {
    const place = Math.floor(now / quarter);
    if (asked.place !== place) {
      const coming = comingAfter(kept.current, dayAt(now));
      asked = { place, coming, now: coming.find(({ days, lead }) => days <= lead) ?? null };
    }
    return asked;
  }

  return {
    get current() {
      return kept.current;
    },
    usual,
    at: (now) => ask(now).now,
    coming: (now) => ask(now).coming,
    choose: async (occasions, who) => {
      await kept.choose(occasions, who);
      asked.place = Number.NaN;
    },
    history: kept.history,
  };
}
