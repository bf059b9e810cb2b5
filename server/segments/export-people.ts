import type { OpenShop } from '../collect/open-shop.ts';
import { decimalOf } from '../money.ts';
import { noTurnover, turnovers } from '../orders/read-orders.ts';
import { decode } from '../profiles/encode.ts';
import { known } from '../profiles/known.ts';
import { merge } from '../profiles/merge.ts';
import type { Profile } from '../profiles/profile.ts';
import { customerOf, nameOf } from '../profiles/read.ts';
import { byteOrderMark, csvLine } from './csv.ts';
import type { RuleBook } from './matches.ts';
import type { Rule } from './rule.ts';
import { toSql } from './to-sql.ts';

const page = 500;

const head = [
  ...['customer', 'name', 'email', 'phone', 'country', 'language'],
  ...['first_seen', 'last_seen', 'orders', 'net', 'currency', 'allows_marketing', 'visitor'],
];

interface Asked {
  now: number;
  book: RuleBook;
  delimiter: ',' | ';';
}

/** The people of whom a rule holds at `now` (ms) as the text of a CSV file, some hundreds at a time. */
export async function* exportPeople(
  rule: Rule,
  { now, book, delimiter }: Asked,
  { store, people, shop }: OpenShop,
): AsyncGenerator<string> {
  const { sql, params } = toSql(rule, now, book);
  yield byteOrderMark + csvLine(head, delimiter);
  for (let [bucket, person] = [-1, '']; ; ) {
    const rows = await store.all(
      `SELECT bucket, person FROM audience AS a WHERE (${sql}) AND (bucket, person) > (?, ?) ORDER BY bucket, person LIMIT ${page}`,
      [...params, bucket, person],
    );
    const persons = rows.map(([, of]) => String(of));
    yield (await linesOf(persons, { store, people, shop }, delimiter)).join('');
    if (rows.length < page) return;
    [bucket, person] = [Number(rows.at(-1)?.[0]), String(rows.at(-1)?.[1])];
  }
}

async function linesOf(
  persons: readonly string[],
  { store, people, shop }: Pick<OpenShop, 'store' | 'people' | 'shop'>,
  delimiter: ',' | ';',
): Promise<string[]> {
  const rows = await store.all(
    'SELECT person, visitor, body FROM profiles WHERE person IN (SELECT value FROM json_each(?)) ORDER BY person, visitor',
    [JSON.stringify(persons)],
  );
  const personBy = new Map(rows.map(([person, visitor]) => [String(visitor), String(person)]));
  const keys = await people.keysOf([...personBy.keys()]);
  const bought = await turnovers([...personBy.keys()], (visitor) => personBy.get(visitor) ?? visitor, store);
  const found = new Map<string, { visitor: string; profile: Profile; keys: string[] }>();
  for (const [of, by, body] of rows) {
    const [person, visitor] = [String(of), String(by)];
    const own = known(decode(String(body)), keys.get(visitor) ?? []);
    const others = found.get(person);
    found.set(person, {
      visitor: others?.visitor ?? visitor,
      profile: others ? merge(others.profile, own) : own,
      keys: [...(others?.keys ?? []), ...(keys.get(visitor) ?? [])],
    });
  }
  return [...found].map(([person, { visitor, profile, keys }]) => {
    const { orders, net } = bought.get(person) ?? noTurnover;
    const amount = net.find(({ currency }) => currency === shop.currency)?.amount ?? 0;
    const key = (kind: string) => keys.find((one) => one.startsWith(kind))?.slice(kind.length) ?? null;
    return csvLine(
      [
        ...[customerOf(profile), nameOf(profile), key('email:'), key('phone:')],
        ...[profile.place?.value.country ?? null, profile.client?.value.language ?? null],
        ...[new Date(profile.firstSeen).toISOString(), new Date(profile.lastSeen).toISOString()],
        ...[orders, decimalOf({ amount, currency: shop.currency }), shop.currency],
        ...[profile.consent?.value.marketing === true ? 'yes' : 'no', visitor],
      ],
      delimiter,
    );
  });
}
