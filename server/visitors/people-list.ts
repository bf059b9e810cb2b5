import type { OpenShop } from '../collect/open-shop.ts';
import { noTurnover, turnovers } from '../orders/read-orders.ts';
import { decode } from '../profiles/encode.ts';
import { known } from '../profiles/known.ts';
import { merge } from '../profiles/profile.ts';
import type { VisitorRow } from '../profiles/visitor.ts';
import type { SqlValue } from '../store/store.ts';
import { visitorRow } from './visitor-view.ts';

export interface PeoplePage {
  visitors: VisitorRow[];
  next: string | null;
  total: number;
}

const size = 50;

/** People by when they were seen last; `q` is looked for in name, customer number and id. */
export async function listPeople(
  { store, people }: OpenShop,
  q: string,
  cursor: string | undefined,
): Promise<PeoplePage> {
  // Not LIKE: a Durable Object takes patterns of 50 bytes at most.
  const where =
    q === ''
      ? ''
      : `WHERE (${['person', 'who', 'visitor'].map((of) => `instr(lower(${of}), lower(?1))`).join(' OR ')})`;
  const found: SqlValue[] = q === '' ? [] : [q];
  const [seen, last] = cursorOf(cursor);
  const rows = await store.all(
    `SELECT person, max(last_seen) AS seen FROM profiles ${where} GROUP BY person ` +
      `HAVING (seen, person) < (?${found.length + 1}, ?${found.length + 2}) ORDER BY seen DESC, person DESC LIMIT ${size + 1}`,
    [...found, seen, last],
  );
  const listed = rows.slice(0, size).map(([person]) => String(person));
  const [[total] = [0]] = await store.all(`SELECT count(DISTINCT person) FROM profiles ${where}`, found);
  const end = rows.length > size ? rows[size - 1] : undefined;
  return {
    visitors: await peopleRows(listed, { store, people }),
    next: end ? `${end[1]}.${end[0]}` : null,
    total: Number(total),
  };
}

/** The lines of these people, in this order; those who are gone are left out. */
export async function peopleRows(
  persons: readonly string[],
  { store, people }: Pick<OpenShop, 'store' | 'people'>,
): Promise<VisitorRow[]> {
  const rows = await store.all(
    'SELECT person, visitor, body FROM profiles WHERE person IN (SELECT value FROM json_each(?))',
    [JSON.stringify(persons)],
  );
  const personBy = new Map(rows.map(([person, visitor]) => [String(visitor), String(person)]));
  const visitors = [...personBy.keys()];
  const keys = await people.keysOf(visitors);
  const bought = await turnovers(visitors, (visitor) => personBy.get(visitor) ?? visitor, store);
  return persons.flatMap((person) => {
    const own = rows.filter(([of]) => of === person);
    if (own.length === 0) return [];
    const profiles = own.map(([, visitor, body]) => known(decode(String(body)), keys.get(String(visitor)) ?? []));
    return visitorRow(String(own[0]?.[1]), profiles.reduce(merge), bought.get(person) ?? noTurnover);
  });
}

/** `<last seen>.<person>`; a person's name may have dots. */
export function cursorOf(cursor: string | undefined): [number, string] {
  const [, seen, person] = /^(\d+)\.(.*)$/s.exec(cursor ?? '') ?? [];
  return seen === undefined || person === undefined ? [Number.MAX_SAFE_INTEGER, ''] : [Number(seen), person];
}
