import type { LogEvent } from '../../log/log-event.ts';
import type { Store } from '../../store/store.ts';
import type { Visits } from './visits.ts';
import { type Watching, watchedFor } from './watching.ts';

/** What says that somebody took an interest in a product, or has lost it. */
const signs = { view_item: 'look', add_to_cart: 'look', remove_from_cart: 'drop' } as const;
const page = 5_000;

/** The newest events, among which those are that tell who looks at what just now. */
const newest = 50_000;

type Said = Pick<LogEvent, 'visitor' | 'at' | 'name'> & { items?: readonly { id: string }[] };

/** Takes an event in, if visits are made of such ones. */
export function followEvent(visits: Pick<Visits, 'look' | 'drop'>, { visitor, at, name, items = [] }: Said): void {
  // Who allowed nothing is counted under a name that begins so, and nothing is learned from them.
  if (!isSign(name) || visitor.startsWith('~')) return;
  for (const { id } of items) {
    if (signs[name] === 'look') visits.look(visitor, id, at);
    else visits.drop(visitor, id);
  }
}

function isSign(name: string): name is keyof typeof signs {
  return Object.hasOwn(signs, name);
}

/** Follows the log behind a place in it; returns the place up to which it has come. */
export async function followLog(store: Pick<Store, 'all'>, from: number, visits: Visits): Promise<number> {
  for (let through = from; ; ) {
    const rows = await store.all(
      "SELECT seq, visitor, at, name, body ->> '$.items' FROM log " +
        'WHERE seq > ? AND name IN (SELECT value FROM json_each(?)) ORDER BY seq LIMIT ?',
      [through, JSON.stringify(Object.keys(signs)), page],
    );
    for (const [, ...said] of rows) followEvent(visits, saidOf(said));
    const last = rows.at(-1);
    if (!last) return through;
    through = Number(last[0]);
  }
}

/** Follows what was looked at in the minutes before `now`, ms since 1970. */
export async function followWatching(store: Pick<Store, 'all'>, now: number, watching: Watching): Promise<void> {
  const rows = await store.all(
    "SELECT visitor, at, name, body ->> '$.items' FROM log WHERE seq > (SELECT max(seq) FROM log) - ? " +
      'AND at > ? AND name IN (SELECT value FROM json_each(?))',
    [newest, now - watchedFor * 60_000, JSON.stringify(Object.keys(signs))],
  );
  for (const row of rows) followEvent({ look: watching.look, drop: () => {} }, saidOf(row));
}

function saidOf([visitor, at, name, items]: readonly unknown[]): Said {
  return {
    ...{ visitor: String(visitor), at: Number(at), name: String(name) },
    items: JSON.parse(String(items ?? '[]')) as { id: string }[],
  };
}
