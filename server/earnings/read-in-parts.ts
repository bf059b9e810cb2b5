import { inSlices } from '../profit/in-slices.ts';
import type { SqlValue, Store } from '../store/store.ts';

interface Question {
  /** The columns of `sql`, in order. */
  columns: readonly string[];
  sql: string;
  params: readonly SqlValue[];
}

/** Rows that are looked at between two pauses. */
const part = 500;

/** Tells of row after row of a long answer. It comes as some texts, which cost this thread nothing until each is read in its turn. */
export async function readInParts(
  { columns, sql, params }: Question,
  look: (row: SqlValue[]) => void,
  store: Pick<Store, 'all'>,
): Promise<void> {
  const parts = await store.all(
    `SELECT json_group_array(json_array(${columns.join(', ')})) FROM ` +
      `(SELECT *, (row_number() OVER () - 1) / ${part} AS part FROM (${sql})) GROUP BY part`,
    params,
  );
  await inSlices(
    (function* () {
      for (const [text] of parts) {
        for (const row of JSON.parse(String(text)) as SqlValue[][]) look(row);
        yield;
      }
    })(),
  );
}
