import type { Statement } from './store.ts';

/** A table's columns as they are filled, and what becomes of a row that is there already. */
export interface Filled {
  table: string;
  columns: readonly string[];
  /** What follows `ON CONFLICT`. */
  conflict: string;
}

/** Rows as one statement, by the order of the columns; none for no rows. */
export function putRows({ table, columns, conflict }: Filled, rows: readonly (readonly unknown[])[]): Statement[] {
  if (rows.length === 0) return [];
  const values = columns.map((_, place) => `value ->> ${place}`).join(', ');
  return [
    {
      sql: `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM json_each(?) WHERE true ON CONFLICT ${conflict}`,
      params: [JSON.stringify(rows)],
    },
  ];
}

/** Of counts by the key's columns as JSON: the key's columns, then the counts. */
export function countedRows(counts: ReadonlyMap<string, number | readonly number[]>): unknown[][] {
  return [...counts].map(([key, count]) => [...(JSON.parse(key) as unknown[]), count].flat());
}
