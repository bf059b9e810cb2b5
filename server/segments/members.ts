import type { OpenShop } from '../collect/open-shop.ts';
import { cursorOf, type PeoplePage, peopleRows } from '../visitors/people-list.ts';
import type { RuleBook } from './matches.ts';
import type { Rule } from './rule.ts';
import { toSql } from './to-sql.ts';

const size = 50;

/** The people of whom a rule holds at `now` (ms), those seen last first. */
export async function membersPage(
  rule: Rule,
  { now, book }: { now: number; book: RuleBook },
  shop: OpenShop,
  cursor: string | undefined,
): Promise<PeoplePage> {
  const { sql, params } = toSql(rule, now, book);
  const [last, seen] = cursorOf(cursor);
  const rows = await shop.store.all(
    `SELECT person, last_seen FROM audience AS a WHERE (${sql}) AND (last_seen, person) < (?, ?) ` +
      `ORDER BY last_seen DESC, person DESC LIMIT ${size + 1}`,
    [...params, seen, last],
  );
  const [[total] = [0]] = await shop.store.all(`SELECT count(*) FROM audience AS a WHERE ${sql}`, params);
  const end = rows.length > size ? rows[size - 1] : undefined;
  const persons = rows.slice(0, size).map(([person]) => String(person));
  return {
    visitors: await peopleRows(persons, shop),
    next: end ? `${end[1]}.${end[0]}` : null,
    total: Number(total),
    more: false,
  };
}
