import { isKept, type SessionIndex } from '../next/session-index.ts';

/** Nothing of a session that is gone. */
export function itemsOf(index: SessionIndex, session: number): number[] {
  if (!isKept(index, session)) return [];
  const place = session & (index.starts.length - 1);
  const start = index.starts[place] ?? 0;
  const items: number[] = [];
  for (let at = start; at < start + (index.lengths[place] ?? 0); at++)
    items.push(index.items[at & (index.items.length - 1)] ?? 0);
  return items;
}
