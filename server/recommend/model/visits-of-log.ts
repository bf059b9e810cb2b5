import type { LogEvent } from '../../log/log-event.ts';
import type { Store } from '../../store/store.ts';
import type { ItemNumbers } from './item-numbers.ts';
import type { Visits } from './visits.ts';

/** What says that somebody took an interest in a product. */
const names = ['view_item', 'add_to_cart'];
const page = 5_000;

/** The products of an event that visits are made of; none of one that is not, or is nobody's. */
export function lookedAt({ visitor, name, items = [] }: Pick<LogEvent, 'visitor' | 'name' | 'items'>): string[] {
  // Who allowed nothing is counted under a name that begins so, and nothing is learned from them.
  return names.includes(name) && !visitor.startsWith('~') ? items.map(({ id }) => id) : [];
}

/** Follows the log behind a place in it; returns the place up to which it has come. */
export async function followLog(
  store: Pick<Store, 'all'>,
  from: number,
  visits: Visits,
  numbers: ItemNumbers,
): Promise<number> {
  for (let through = from; ; ) {
    const rows = await store.all(
      "SELECT seq, visitor, at, name, body ->> '$.items' FROM log WHERE seq > ? AND name IN (SELECT value FROM json_each(?)) " +
        'ORDER BY seq LIMIT ?',
      [through, JSON.stringify(names), page],
    );
    for (const [, visitor, at, name, items] of rows) {
      const event = {
        visitor: String(visitor),
        name: String(name),
        items: JSON.parse(String(items ?? '[]')) as { id: string; quantity: number }[],
      };
      for (const product of lookedAt(event)) {
        const item = numbers.of(product);
        if (item >= 0) visits.follow(event.visitor, item, Number(at));
      }
    }
    const last = rows.at(-1);
    if (!last) return through;
    through = Number(last[0]);
  }
}
