import type { Store } from '../store/store.ts';

const chunk = 5_000;

/** Visitor -> person, of those of these visitors who are joined under another name. */
export async function personNames(
  visitors: readonly string[],
  store: Pick<Store, 'all'>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (let from = 0; from < visitors.length; from += chunk) {
    const rows = await store.all(
      'SELECT visitor, person FROM profiles WHERE person <> visitor AND visitor IN (SELECT value FROM json_each(?))',
      [JSON.stringify(visitors.slice(from, from + chunk))],
    );
    for (const [visitor, person] of rows) names.set(String(visitor), String(person));
  }
  return names;
}
