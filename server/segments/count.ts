import type { SqlValue, Store } from '../store/store.ts';
import type { RuleBook } from './matches.ts';
import type { Rule } from './rule.ts';
import { buckets } from './sample.ts';
import type { Segment } from './segments.ts';
import { toSql } from './to-sql.ts';

/** How many people a rule holds of, and what they have brought. */
export interface Count {
  /** Exact, or what the sample says of all. */
  members: number;
  everyone: number;
  /** True where the numbers are a sample's, drawn up to all people. */
  sampled: boolean;
  orders: number;
  /** Minor units of the shop's currency, after refunds. */
  net: number;
}

export interface Shared {
  id: string;
  name: string;
  /** People in both. */
  members: number;
  /** People in the other one. */
  of: number;
}

/** Buckets that a quick look reads: 1 person in 64. */
const sample = buckets / 64;
/** Below so many people the whole is as quick as a sample. */
const few = 30_000;

interface Asked {
  store: Pick<Store, 'all'>;
  /** ms since 1970. */
  now: number;
  book: RuleBook;
}

export async function count(rule: Rule, { store, now, book }: Asked, exact: boolean): Promise<Count> {
  const everyone = await sizeOf(store);
  const sampled = !exact && everyone > few;
  const { sql, params } = toSql(rule, now, book);
  const where = sampled ? `a.bucket < ${sample} AND (${sql})` : sql;
  const [[members, orders, net] = []] = await store.all(
    `SELECT count(*), coalesce(sum(a.orders), 0), coalesce(sum(a.net), 0) FROM audience AS a WHERE ${where}`,
    params,
  );
  const [[asked] = [0]] = sampled
    ? await store.all(`SELECT count(*) FROM audience AS a WHERE a.bucket < ${sample}`, [])
    : [[everyone]];
  const scale = Number(asked) === 0 ? 0 : everyone / Number(asked);
  const upTo = (value: SqlValue | undefined) => Math.round(Number(value ?? 0) * (sampled ? scale : 1));
  return { members: upTo(members), everyone, sampled, orders: upTo(orders), net: upTo(net) };
}

/** Members whom a merchant would know again: those seen last. */
export async function examples(rule: Rule, { store, now, book }: Asked, exact: boolean, limit = 5): Promise<string[]> {
  const { sql, params } = toSql(rule, now, book);
  const sampled = !exact && (await sizeOf(store)) > few;
  const rows = await store.all(
    `SELECT person FROM audience AS a WHERE ${sampled ? `a.bucket < ${sample} AND ` : ''}(${sql}) ORDER BY known_customer DESC, last_seen DESC, person LIMIT ${limit}`,
    params,
  );
  return rows.map(([person]) => String(person));
}

/** How much a rule has in common with each of these segments, the most first. */
export async function overlaps(rule: Rule, others: readonly Segment[], { store, now, book }: Asked): Promise<Shared[]> {
  if (others.length === 0) return [];
  const own = toSql(rule, now, book);
  const theirs = others.map((other) => toSql(other.rule, now, book));
  const columns = theirs.map(({ sql }, place) => `(${sql}) AS other${place}`).join(', ');
  const sums = theirs.map((_, place) => `sum(own AND other${place}), sum(other${place})`).join(', ');
  const [row = []] = await store.all(
    `SELECT ${sums} FROM (SELECT (${own.sql}) AS own, ${columns} FROM audience AS a)`,
    [...own.params, ...theirs.flatMap(({ params }) => params)],
  );
  return others
    .map(({ id, name }, place) => ({
      id,
      name,
      members: Number(row[2 * place] ?? 0),
      of: Number(row[2 * place + 1] ?? 0),
    }))
    .filter(({ members }) => members > 0)
    .sort((a, b) => b.members - a.members);
}

async function sizeOf(store: Pick<Store, 'all'>): Promise<number> {
  const [[size] = [0]] = await store.all('SELECT count(*) FROM audience', []);
  return Number(size);
}
