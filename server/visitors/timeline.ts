import { fromRow, type LogEvent } from '../log/log-event.ts';
import type { TimelineEntry } from '../profiles/visitor.ts';
import type { Store } from '../store/store.ts';

export interface TimelinePage {
  entries: TimelineEntry[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
}

const size = 40;

/** A person's events, newest first, a page at a time: `before` is the `next` of the page before. */
export async function timelineOf(
  visitors: readonly string[],
  store: Store,
  before: string | undefined,
): Promise<TimelinePage> {
  const [at, seq] = before?.split('.').map(Number) ?? [Number.MAX_SAFE_INTEGER, 0];
  const rows = await store.all(
    'SELECT id, visitor, at, name, body, seq FROM log WHERE visitor IN (SELECT value FROM json_each(?)) AND (at, seq) < (?, ?) ' +
      'ORDER BY at DESC, seq DESC LIMIT ?',
    [JSON.stringify(visitors), at ?? 0, seq ?? 0, size + 1],
  );
  const last = rows.length > size ? rows[size - 1] : undefined;
  return {
    entries: rows.slice(0, size).map((row) => entry(fromRow(row))),
    next: last ? `${last[2]}.${last[5]}` : null,
  };
}

function entry({
  id,
  at,
  name,
  visitor,
  page,
  items = [],
  currency,
  value,
  order,
  term,
  receipts = [],
}: LogEvent): TimelineEntry {
  return {
    id,
    at,
    name,
    visitor,
    page: page ? { path: page.path, title: page.title ?? null } : null,
    items: items.map(({ id, name, quantity, price }) => ({
      id,
      name: name ?? null,
      quantity,
      price: price === undefined || !currency ? null : { amount: price, currency },
    })),
    value: value === undefined || !currency ? null : { amount: value, currency },
    order: order ?? null,
    term: term ?? null,
    receipts,
  };
}
