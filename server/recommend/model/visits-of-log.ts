import type { LogEvent } from '../../log/log-event.ts';
import type { Store } from '../../store/store.ts';
import type { Visits } from './visits.ts';

/** What says that somebody took an interest in a product, or has lost it. */
const signs = { view_item: 'look', add_to_cart: 'look', remove_from_cart: 'drop' } as const;
const page = 5_000;

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
    for (const [, visitor, at, name, items] of rows) {
      followEvent(visits, {
        ...{ visitor: String(visitor), at: Number(at), name: String(name) },
        items: JSON.parse(String(items ?? '[]')) as { id: string }[],
      });
    }
    const last = rows.at(-1);
    if (!last) return through;
    through = Number(last[0]);
  }
}
