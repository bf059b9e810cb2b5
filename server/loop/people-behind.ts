import type { OpenShop } from '../collect/open-shop.ts';
import type { Period } from '../earnings/credits.ts';
import type { PeoplePage } from '../visitors/people-list.ts';
import { cursorOf, peopleRows } from '../visitors/people-list.ts';
import { loadBought, loadTurn } from './load-loop.ts';
import { type Flow, type Mark, marks, type Process } from './process.ts';
import { readMarks } from './read-marks.ts';
import { goes, isIn, type PersonMarks } from './turn.ts';

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
  if (behind.of === 'part') return partPeople(behind, period, shop);
  const { people } = await loadTurn(period, shop);
  if (behind.of === 'bought') return (await loadBought(period, people, shop)).after.people;
  const within = [...people].filter(([, one]) => holds(behind, one));
  return new Map(within.map(([person, one]) => [person, lastOf(one)]));
}

async function partPeople(
  { mark, part }: Extract<Behind, { of: 'part' }>,
  period: Period,
  { store }: OpenShop,
): Promise<Map<string, number>> {
  const people = new Map<string, number>();
  await readMarks(period, store, (marked) => {
    if (marked.mark === mark && marked.of === part)
      people.set(marked.person, Math.max(marked.last, people.get(marked.person) ?? 0));
  });
  return people;
}

function holds(behind: Exclude<Behind, { of: 'part' | 'bought' }>, one: PersonMarks): boolean {
  switch (behind.of) {
    case 'process':
      return isIn(one, behind.process);
    case 'mark':
      return one[behind.mark] !== undefined;
    case 'flow':
      return goes(one, behind.flow);
    case 'around':
      return [...new Set(Object.values(marks))].every((process) => isIn(one, process));
  }
}

const lastOf = (one: PersonMarks) => Math.max(...Object.values(one).map(([, last]) => last));
