import type { Statement, Store } from './store.ts';

/** Written with what deletes, so that a crash before the scrubbing does not leave it undone. */
export const scrubIsDue: Statement = {
  sql: "INSERT OR REPLACE INTO projections (name, through) VALUES ('scrub', 0)",
  params: [],
};

/** Scrubs where it is due. */
export async function scrubIfDue(store: Store): Promise<void> {
  const due = await store.all("SELECT 1 FROM projections WHERE name = 'scrub'", []);
  if (due.length === 0) return;
  await store.scrub();
  await store.write([{ sql: "DELETE FROM projections WHERE name = 'scrub'", params: [] }]);
}
