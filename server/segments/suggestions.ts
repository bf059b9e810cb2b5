import { Problem } from '../problem.ts';
import type { QuestionBook } from '../questions/question-book.ts';
import type { SqlValue, Store } from '../store/store.ts';
import { columnOf } from './column-of.ts';
import { fields } from './fields.ts';
import { buckets } from './sample.ts';

const most = 30;
const mostTraits = 100;
/** 1 person in 16 tells what is common. */
const sample = buckets / 16;
const few = 100_000;

interface Suggestion {
  value: string;
  /** Of those looked at, how many have it. */
  people: number;
}

/** What people have in a field of text, the most common first, each with how many of those looked at have it. */
export async function suggestions(field: string, store: Pick<Store, 'all'>): Promise<Suggestion[]> {
  const known = Object.entries(fields).find(([name]) => name === field)?.[1];
  if (!known) throw new Problem(404, 'unknown-field', `There is no field "${field}".`);
  if (known.kind !== 'text' && known.kind !== 'texts') return [];
  const column = columnOf(known.fact);
  const looked = await lookedAt(store);
  const from = known.kind === 'text' ? 'audience' : `audience, json_each(${column})`;
  const value = known.kind === 'text' ? column : 'json_each.value';
  const rows = await store.all(
    `SELECT ${value}, count(*) FROM ${from} WHERE ${looked} AND ${value} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${most}`,
    [],
  );
  return rows.map(suggestion);
}

/** What people were told to be like under a name, the most common first. */
export async function traitSuggestions(trait: string, store: Pick<Store, 'all'>): Promise<Suggestion[]> {
  const rows = await store.all(
    `SELECT value, count(*) FROM audience_traits WHERE trait = ? AND ${await lookedAt(store)} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${most}`,
    [trait],
  );
  return rows.map(suggestion);
}

/** The names under which something is known of people, the most common first; those of the shop's questions among them. */
export async function knownTraits(questions: Pick<QuestionBook, 'all'>, store: Pick<Store, 'all'>): Promise<string[]> {
  const rows = await store.all(
    `SELECT trait, count(DISTINCT person) FROM audience_traits WHERE ${await lookedAt(store)} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostTraits}`,
    [],
  );
  return [...new Set([...rows.map(([trait]) => String(trait)), ...questions.all().map(({ key }) => key)])];
}

async function lookedAt(store: Pick<Store, 'all'>): Promise<string> {
  const [[everyone] = [0]] = await store.all('SELECT count(*) FROM audience', []);
  return Number(everyone) > few ? `bucket < ${sample}` : '1';
}

function suggestion([text, people]: SqlValue[]): Suggestion {
  return { value: String(text), people: Number(people) };
}
