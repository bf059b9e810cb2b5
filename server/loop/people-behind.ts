import type { OpenShop } from '../collect/open-shop.ts';
import type { Period } from '../earnings/credits.ts';
import { eachOf } from '../earnings/each-of.ts';
import { inSlices } from '../profit/in-slices.ts';
import { cursorOf, type PeoplePage, peopleRows } from '../visitors/people-list.ts';
import { loadBought, loadPeople, type PeriodPeople } from './load-loop.ts';
import type { Flow, Mark, Process } from './process.ts';
import { eachMark, goes, has, isAround, isIn, lastOf, type TurnPeople } from './turn.ts';

/** A number of the loop. */
export type Behind =
  | { of: 'process'; process: Process }
  | { of: 'mark'; mark: Mark }
  | { of: 'part'; mark: Mark; part: string }
  | { of: 'flow'; flow: Flow }
  | { of: 'around' }
  | { of: 'bought' };

const size = 50;

/** The people of whom a number of the loop tells, those whom it was last so of first. */
export async function peopleBehind(
  behind: Behind,
  period: Period,
  shop: OpenShop,
  cursor: string | undefined,
): Promise<PeoplePage> {
  await shop.loop.refreshed();
  await shop.save();
  const found = [...(await peopleOf(behind, period, shop))].sort(([a, x], [b, y]) => y - x || (a < b ? 1 : -1));
  const [last, at] = cursorOf(cursor);
  const rest = cursor === undefined ? found : found.filter(([person, on]) => on < at || (on === at && person < last));
  const end = rest.length > size ? rest[size - 1] : undefined;
  return {
    visitors: await peopleRows(
      rest.slice(0, size).map(([person]) => person),
      shop,
    ),
    next: end ? `${end[1]}.${end[0]}` : null,
    ...{ total: found.length, more: false },
  };
}

/** person -> when last, ms since 1970. */
async function peopleOf(behind: Behind, period: Period, shop: OpenShop): Promise<Map<string, number>> {
  const found = await loadPeople(period, shop);
  if (behind.of === 'bought') return (await loadBought(period, found, shop)).after.people;
  const { persons } = found.marks;
  const within = behind.of === 'part' ? await partPeople(behind, found) : await thosePeople(behind, found);
  return new Map([...within].map(([code, at]) => [persons.text(code) ?? '', at]));
}

async function partPeople({ mark, part }: Extract<Behind, { of: 'part' }>, { marks }: PeriodPeople) {
  const people = new Map<number, number>();
  const asked = marks.abouts.findIndex((about) => about.mark === mark && about.of === part);
  await inSlices(
    eachMark(marks, (person, about, row, { last }) => {
      if (about === asked) people.set(person, Math.max(last[row] ?? 0, people.get(person) ?? 0));
    }),
  );
  return people;
}

async function thosePeople(behind: Numbered, { people }: PeriodPeople) {
  const found = new Map<number, number>();
  await inSlices(
    eachOf(people.codes.entries(), ([place, code]) => {
      if (holds(behind, people, place)) found.set(code, lastOf(people, place));
    }),
  );
  return found;
}

type Numbered = Exclude<Behind, { of: 'part' | 'bought' }>;

function holds(behind: Numbered, people: TurnPeople, place: number): boolean {
  switch (behind.of) {
    case 'process':
      return isIn(people, place, behind.process);
    case 'mark':
      return has(people, place, behind.mark);
    case 'flow':
      return goes(people, place, behind.flow);
    case 'around':
      return isAround(people, place);
  }
}
