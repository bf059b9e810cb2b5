import type { Catalog } from '../catalog/catalog.ts';
import { fromRow, type LogEvent, quietNames } from '../log/log-event.ts';
import type { TimelineEntry } from '../profiles/visitor.ts';
import type { QuestionBook } from '../questions/question-book.ts';
import type { Store } from '../store/store.ts';
import { editViews } from './edits-of.ts';
import { namesIn } from './names-in.ts';
import { type TimelineKind, timelineKinds } from './timeline-kinds.ts';

export interface TimelinePage {
  entries: TimelineEntry[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
}

const size = 40;

/** A person's events, newest first, a page at a time: `before` is the `next` of the page before. Of one kind alone where one is asked for. */
export async function timelineOf(
  visitors: readonly string[],
  { store, catalog, questions }: { store: Store; catalog: Catalog; questions: Pick<QuestionBook, 'get'> },
  { before, kind }: { before?: string | undefined; kind?: TimelineKind | undefined },
): Promise<TimelinePage> {
  const [at, seq] = before?.split('.').map(Number) ?? [Number.MAX_SAFE_INTEGER, 0];
  const rows = await store.all(
    'SELECT id, visitor, at, name, body, seq FROM log WHERE visitor IN (SELECT value FROM json_each(?)) AND (at, seq) < (?, ?) ' +
      `AND body ->> '$.gift.isRest' IS NULL AND name ${kind ? 'IN' : 'NOT IN'} (SELECT value FROM json_each(?)) ORDER BY at DESC, seq DESC LIMIT ?`,
    [
      ...[JSON.stringify(visitors), at ?? 0, seq ?? 0],
      ...[JSON.stringify(kind ? timelineKinds[kind] : [...quietNames]), size + 1],
    ],
  );
  const last = rows.length > size ? rows[size - 1] : undefined;
  const nameOf = (product: string) => catalog.get(product)?.name ?? null;
  const entries = rows.slice(0, size).map((row) => {
    const event = fromRow(row);
    return { ...entry(event, nameOf), edits: editViews(event, questions) };
  });
  return { entries, next: last ? `${last[2]}.${last[5]}` : null };
}

function entry(event: LogEvent, nameOf: (product: string) => string | null): Omit<TimelineEntry, 'edits'> {
  const {
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
    params,
    receipts = [],
    company,
    gift = null,
  } = event;
  return {
    id,
    at,
    name,
    visitor,
    page: page ? { path: page.path, title: page.title ?? null } : null,
    company: company?.name ?? null,
    gift: gift && { on: gift.on, by: gift.by, odds: gift.odds ?? null },
    items: items.map((item) => ({
      id: item.id,
      name: item.name ?? nameOf(item.id),
      quantity: item.quantity,
      price: item.price === undefined || !currency ? null : { amount: item.price, currency },
    })),
    value: value === undefined || !currency ? null : { amount: value, currency },
    order: order ?? null,
    term: term ?? textOf(params?.segment_name),
    receipts,
    names: namesIn(receipts, nameOf),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
