import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { columnOf } from './column-of.ts';
import { fields } from './fields.ts';
import { buckets } from './sample.ts';

const most = 30;
/** 1 person in 16 tells what is common. */
const sample = buckets / 16;
const few = 100_000;

/** What people have in a field of text, the most common first, each with how many of those looked at have it. */
export async function suggestions(
  field: string,
  store: Pick<Store, 'all'>,
): Promise<{ value: string; people: number }[]> {
  const known = Object.entries(fields).find(([name]) => name === field)?.[1];
  if (!known) throw new Problem(404, 'unknown-field', `There is no field "${field}".`);
  if (known.kind !== 'text' && known.kind !== 'texts') return [];
  const column = columnOf(known.fact);
  const [[everyone] = [0]] = await store.all('SELECT count(*) FROM audience', []);
  const looked = Number(everyone) > few ? `bucket < ${sample}` : '1';
  const from = known.kind === 'text' ? 'audience' : `audience, json_each(${column})`;
  const value = known.kind === 'text' ? column : 'json_each.value';
  const rows = await store.all(
    `SELECT ${value}, count(*) FROM ${from} WHERE ${looked} AND ${value} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${most}`,
    [],
  );
  return rows.map(([text, people]) => ({ value: String(text), people: Number(people) }));
}
