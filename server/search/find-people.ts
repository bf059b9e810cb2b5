import type { SqlValue, Statement, Store } from '../store/store.ts';
import { folded, phoneAsked } from './words.ts';

/** A person, and when they were seen last (ms since 1970). */
export type Found = readonly [person: string, seen: number];

/** More than so many are not counted. */
export const mostCounted = 5_000;
/** Of words that very many have, those seen last among so many are found. */
const mostRead = 100_000;
/** Of orders and devices that begin or end alike. */
const mostAlike = 200;

type Reader = Pick<Store, 'all'>;

/** Who is found by `asked`, those seen last first, after the place `from`. */
export async function findPeople(asked: string, from: Found, limit: number, store: Reader): Promise<Found[]> {
  const { sql, params } = await question(asked, store);
  const found = new Map<string, number>();
  const size = 4 * limit;
  for (let [person, seen] = from; ; ) {
    const rows = await store.all(
      `SELECT person, seen FROM (${sql}) WHERE (seen, person) < (?, ?) ORDER BY seen DESC, person DESC LIMIT ${size}`,
      [...params, seen, person],
    );
    // One person may have several words that fit.
    for (const [of, at] of rows) found.set(String(of), Number(at));
    if (rows.length < size || found.size > limit) return [...found].slice(0, limit);
    [person, seen] = [String(rows.at(-1)?.[0]), Number(rows.at(-1)?.[1])];
  }
}

/** How many are found by `asked`, at most `mostCounted`. */
export async function countPeople(asked: string, store: Reader): Promise<number> {
  const { sql, params } = await question(asked, store);
  const [[count] = [0]] = await store.all(
    `SELECT count(DISTINCT person) FROM (SELECT person FROM (${sql}) LIMIT ${mostCounted})`,
    params,
  );
  return Number(count);
}

async function question(asked: string, store: Reader): Promise<Statement> {
  const terms = folded(asked)
    .split(/\s+/)
    .map((term) => term.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((term) => term !== '');
  const phone = phoneAsked(asked);
  const parts = [
    ...(terms.length === 0 ? [] : [withWords(await rarestFirst(terms, store))]),
    ...(phone === null || (terms.length === 1 && terms[0] === phone) ? [] : [withWords([phone])]),
    ...(asked.length < 3 ? [] : [withOrder(asked)]),
    ...(asked.length < tail ? [] : [withDevice(asked)]),
  ];
  if (parts.length === 0) return { sql: 'SELECT person, seen FROM people_words WHERE 0', params: [] };
  return {
    sql: parts.map(({ sql }) => `SELECT person, seen FROM (${sql})`).join(' UNION ALL '),
    params: parts.flatMap(({ params }) => params),
  };
}

/** The word that the fewest have is the one to begin with. */
async function rarestFirst(terms: readonly string[], store: Reader): Promise<string[]> {
  if (terms.length === 1) return [...terms];
  const some = terms.slice(0, 6);
  const counts = new Map<string, number>();
  for (const term of some) {
    const [[count] = [0]] = await store.all(
      'SELECT count(*) FROM (SELECT 1 FROM people_words WHERE word >= ? AND word < ? LIMIT 10000)',
      range(term),
    );
    counts.set(term, Number(count));
  }
  return some.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
}

function withWords([first = '', ...others]: readonly string[]): Statement {
  const also = others.map(
    () => 'EXISTS (SELECT 1 FROM people_words AS o WHERE o.person = w.person AND o.word >= ? AND o.word < ?)',
  );
  const read = `SELECT person, seen FROM people_words WHERE word >= ? AND word < ? LIMIT ${mostRead}`;
  return {
    sql: `SELECT person, seen FROM (${read}) AS w${also.length === 0 ? '' : ` WHERE ${also.join(' AND ')}`}`,
    params: [first, ...others].flatMap(range),
  };
}

/** Numbers of orders are kept as the shop writes them. */
function withOrder(asked: string): Statement {
  const spellings = [...new Set([asked, asked.toLowerCase(), asked.toUpperCase()])];
  const numbers = spellings.map(
    () => `SELECT visitor FROM (SELECT visitor FROM orders WHERE id >= ? AND id < ? LIMIT ${mostAlike})`,
  );
  return personsOf(`visitor IN (${numbers.join(' UNION ')})`, spellings.flatMap(range));
}

/** The panel shows the end of a device's id where it knows no name. */
function withDevice(asked: string): Statement {
  const spellings = [...new Set([asked, asked.toLowerCase()])];
  const ends = spellings.map(() => `(tail = substr(?, -${tail}) AND instr(visitor, ?) > 0)`);
  return personsOf(
    ends.join(' OR '),
    spellings.flatMap((text) => [text, text]),
  );
}

/** Letters in `profiles.tail`. */
const tail = 6;

function personsOf(where: string, params: SqlValue[]): Statement {
  return {
    sql:
      `SELECT person, max(last_seen) AS seen FROM profiles WHERE person IN ` +
      `(SELECT person FROM profiles WHERE ${where} LIMIT ${mostAlike}) GROUP BY person`,
    params,
  };
}

/** All that begins so: nothing sorts after the last letter that there is. */
function range(start: string): [string, string] {
  return [start, `${start}\u{10FFFF}`];
}
