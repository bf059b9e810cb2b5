import type { TimelineEntry, Visitor } from '../../server/profiles/visitor.ts';

/** How to call a product of which a receipt keeps only the id. */
export type ProductNames = (id: string) => string;

/** From everything on the page that knows a name; the id where nothing does. */
export function productNames(visitor: Visitor, entries: readonly TimelineEntry[]): ProductNames {
  const names = new Map<string, string>();
  for (const { id, name } of [
    ...visitor.viewed,
    ...visitor.bought,
    ...visitor.cart,
    ...entries.flatMap(({ items }) => items),
  ]) {
    if (name !== null) names.set(id, name);
  }
  for (const entry of entries) for (const [id, name] of Object.entries(entry.names)) names.set(id, name);
  return (id) => names.get(id) ?? id;
}
