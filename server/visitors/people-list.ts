import type { OpenShop } from '../collect/open-shop.ts';
import { noTurnover, turnovers } from '../orders/read-orders.ts';
import { decode } from '../profiles/encode.ts';
import { known } from '../profiles/known.ts';
import { merge } from '../profiles/merge.ts';
import type { VisitorRow } from '../profiles/visitor.ts';
import { countPeople, type Found, findPeople } from '../search/find-people.ts';
import type { Store } from '../store/store.ts';
import { visitorRow } from './visitor-view.ts';

export interface PeoplePage {
  visitors: VisitorRow[];
  next: string | null;
  total: number;
  /** Of a search: true where more are found than are counted. */
  more: boolean;
}

const size = 50;

/** People by when they were seen last; with `q`, those whom it finds. */
export async function listPeople(shop: OpenShop, q: string, cursor: string | undefined): Promise<PeoplePage> {
  const { store, audience, save } = shop;
  const from = cursorOf(cursor);
  await (q === '' ? save() : audience.refresh());
  const [found, count] = await (q === ''
    ? Promise.all([everyone(from, store), countEveryone(store)])
    : Promise.all([findPeople(q, from, size + 1, store), countPeople(q, store)]));
  const end = found.length > size ? found[size - 1] : undefined;
  return {
    visitors: await peopleRows(
      found.slice(0, size).map(([person]) => person),
      shop,
    ),
    next: end ? `${end[1]}.${end[0]}` : null,
    ...count,
  };
}

/** By the device that was seen last of each person, so that the index is read only as far as the page goes. */
async function everyone([person, seen]: Found, store: Pick<Store, 'all'>): Promise<Found[]> {
  const rows = await store.all(
    'SELECT person, last_seen FROM profiles AS p WHERE last_seen > 0 AND last_seen <= ?1 AND (last_seen, person) < (?1, ?2) AND NOT EXISTS ' +
      '(SELECT 1 FROM profiles AS o WHERE o.person = p.person AND (o.last_seen, o.visitor) > (p.last_seen, p.visitor)) ' +
      `ORDER BY last_seen DESC, person DESC LIMIT ${size + 1}`,
    [seen, person],
  );
  return rows.map(([of, at]) => [String(of), Number(at)]);
}

async function countEveryone(store: Pick<Store, 'all'>): Promise<{ total: number; more: boolean }> {
  const [[count] = [0]] = await store.all('SELECT count(DISTINCT person) FROM profiles WHERE last_seen > 0', []);
  return { total: Number(count), more: false };
}

/** The lines of these people, in this order; those who are gone are left out. */
export async function peopleRows(
  persons: readonly string[],
  shop: Pick<OpenShop, 'store' | 'people'>,
): Promise<VisitorRow[]> {
  const rows = await rowsByPerson(persons, shop);
  return persons.flatMap((person) => rows.get(person) ?? []);
}

/** Person -> line, of those of these who are not gone. */
export async function rowsByPerson(
  persons: readonly string[],
  { store, people }: Pick<OpenShop, 'store' | 'people'>,
): Promise<ReadonlyMap<string, VisitorRow>> {
  const rows = await store.all(
    'SELECT person, visitor, body FROM profiles WHERE person IN (SELECT value FROM json_each(?))',
    [JSON.stringify(persons)],
  );
  const personBy = new Map(rows.map(([person, visitor]) => [String(visitor), String(person)]));
  const visitors = [...personBy.keys()];
  const keys = await people.keysOf(visitors);
  const bought = await turnovers(visitors, (visitor) => personBy.get(visitor) ?? visitor, store);
  const found = new Map<string, VisitorRow>();
  for (const person of persons) {
    const own = rows.filter(([of]) => of === person);
    const profiles = own.map(([, visitor, body]) => known(decode(String(body)), keys.get(String(visitor)) ?? []));
    if (own.length > 0)
      found.set(person, visitorRow(String(own[0]?.[1]), profiles.reduce(merge), bought.get(person) ?? noTurnover));
  }
  return found;
}

/** `<last seen>.<person>`; a person's name may have dots. */
export function cursorOf(cursor: string | undefined): Found {
  const [, seen, person] = /^(\d+)\.(.*)$/s.exec(cursor ?? '') ?? [];
  return seen === undefined || person === undefined ? ['', Number.MAX_SAFE_INTEGER] : [person, Number(seen)];
}
