import type { SqlValue, Statement, Store } from '../store/store.ts';
import { folded, phoneAsked } from './words.ts';

/** A person, and when they were seen last (ms since 1970). */
export type Found = readonly [person: string, seen: number];

/** More than so many are not counted. */
const mostCounted = 5_000;
/** Of words that very many begin with, those seen last among so many are found. */
const mostRead = 30_000;
/** Of people with one word, so many of those seen last are looked at for the other words. */
const mostChecked = 3_000;
/** Of orders and devices that begin or end alike. */
const mostAlike = 200;
const start: Found = ['', Number.MAX_SAFE_INTEGER];

type Reader = Pick<Store, 'all'>;

interface Reach {
  /** The last one of the page before. */
  from: Found;
  limit: number;
}

/** Who is found by `asked`, those seen last first, after the place `from`. */
export async function findPeople(asked: string, from: Found, limit: number, store: Reader): Promise<Found[]> {
  const found = new Map<string, number>();
  const terms = await rarestFirst(asked, store);
  for (let place = from; ; ) {
    const { sql, params } = question(asked, terms, { from: place, limit: 4 * limit });
    const rows = await store.all(`${sql} ORDER BY seen DESC, person DESC LIMIT ${4 * limit}`, params);
    // One person may have several words that fit.
    for (const [person, seen] of rows) found.set(String(person), Number(seen));
    if (rows.length < 4 * limit || found.size >= limit) return [...found].slice(0, limit);
    place = [String(rows.at(-1)?.[0]), Number(rows.at(-1)?.[1])];
  }
}

/** How many are found by `asked`; `more`: there may be others, who were not counted. */
export async function countPeople(asked: string, store: Reader): Promise<{ total: number; more: boolean }> {
  const terms = await rarestFirst(asked, store);
  const { sql, params } = question(asked, terms, { from: start, limit: mostCounted });
  const [[count] = [0]] = await store.all(
    `SELECT count(DISTINCT person) FROM (SELECT person FROM (${sql}) LIMIT ${mostCounted})`,
    params,
  );
  const isCut = terms.length > 1 && (terms[0]?.people ?? 0) >= mostChecked;
  return { total: Number(count), more: isCut || Number(count) >= mostCounted };
}

interface Term {
  word: string;
  /** Roughly: who have a word that begins so, at most `mostChecked`. */
  people: number;
}

/** The word that the fewest have is the one to begin with. */
async function rarestFirst(asked: string, store: Reader): Promise<Term[]> {
  const words = folded(asked)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word !== '')
    .slice(0, 6);
  const terms = words.map((word) => ({ word, people: 0 }));
  if (terms.length < 2) return terms;
  for (const term of terms) {
    const [[count] = [0]] = await store.all(
      `SELECT count(*) FROM (SELECT 1 FROM people_words WHERE word >= ? AND word < ? LIMIT ${mostChecked})`,
      range(term.word),
    );
    term.people = Number(count);
  }
  return terms.sort((a, b) => a.people - b.people);
}

function question(asked: string, terms: readonly Term[], reach: Reach): Statement {
  const words = terms.map(({ word }) => word);
  const phone = phoneAsked(asked);
  const parts = [
    ...(words.length === 0 ? [] : [withWords(words, reach)]),
    ...(phone === null || (words.length === 1 && words[0] === phone) ? [] : [withWords([phone], reach)]),
    ...(asked.length < 3 ? [] : [withOrder(asked, reach)]),
    ...(asked.length < tail ? [] : [withDevice(asked, reach)]),
  ];
  if (parts.length === 0) return { sql: 'SELECT person, seen FROM people_words WHERE 0', params: [] };
  return {
    sql: parts.map(({ sql }) => `SELECT person, seen FROM (${sql})`).join(' UNION ALL '),
    params: parts.flatMap(({ params }) => params),
  };
}

function withWords([first = '', ...others]: readonly string[], { from, limit }: Reach): Statement {
  const [person, seen] = from;
  const read = `SELECT person, seen FROM people_words WHERE word >= ? AND word < ? LIMIT ${mostRead}`;
  const newest = (most: number) =>
    `SELECT person, seen FROM (${read}) WHERE (seen, person) < (?, ?) ORDER BY seen DESC, person DESC LIMIT ${most}`;
  const params = [...range(first), seen, person];
  if (others.length === 0) return { sql: newest(limit), params };
  const also = others.map(
    () => 'EXISTS (SELECT 1 FROM people_words AS o WHERE o.person = w.person AND o.word >= ? AND o.word < ?)',
  );
  return {
    sql: `SELECT person, seen FROM (${newest(mostChecked)}) AS w WHERE ${also.join(' AND ')} LIMIT ${limit}`,
    params: [...params, ...others.flatMap(range)],
  };
}

/** Numbers of orders are kept as the shop writes them, and looked for in small letters. */
function withOrder(asked: string, reach: Reach): Statement {
  const numbers = `SELECT visitor FROM orders WHERE lower(id) >= lower(?) AND lower(id) < lower(?) LIMIT ${mostAlike}`;
  return personsOf(`visitor IN (SELECT visitor FROM (${numbers}))`, range(asked), reach);
}

/** The panel shows the end of a device's id where it knows no name. */
function withDevice(asked: string, reach: Reach): Statement {
  const spellings = [...new Set([asked, asked.toLowerCase()])];
  const ends = spellings.map(() => `(tail = substr(?, -${tail}) AND instr(visitor, ?) > 0)`);
  return personsOf(
    ends.join(' OR '),
    spellings.flatMap((text) => [text, text]),
    reach,
  );
}

/** Letters in `profiles.tail`. */
const tail = 6;

function personsOf(where: string, params: SqlValue[], { from: [person, seen] }: Reach): Statement {
  return {
    sql:
      `SELECT person, max(last_seen) AS seen FROM profiles WHERE person IN ` +
      `(SELECT person FROM profiles WHERE ${where} LIMIT ${mostAlike}) GROUP BY person HAVING (max(last_seen), person) < (?, ?)`,
    params: [...params, seen, person],
  };
}

/** All that begins so: nothing sorts after the last letter that there is. */
function range(start: string): [string, string] {
  return [start, `${start}\u{10FFFF}`];
}
