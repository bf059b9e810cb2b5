import type { Person } from '../identity/person.ts';
import type { Visitor } from '../profiles/visitor.ts';
import type { Store } from '../store/store.ts';

/** The visitors that keys join to one person, the first joined first, each with its first proof that still holds; none for someone unknown. */
export async function devicesOf(visitors: Person['visitors'], store: Pick<Store, 'all'>): Promise<Visitor['devices']> {
  const rows = await store.all(
    'SELECT visitor, min(at), evidence FROM identities AS word WHERE visitor IN (SELECT value FROM json_each(?)) AND joins ' +
      'AND NOT EXISTS (SELECT 1 FROM identities AS back WHERE back.visitor = word.visitor AND back.key = word.key ' +
      'AND NOT back.joins AND back.at >= word.at) GROUP BY visitor ORDER BY min(at), visitor',
    [JSON.stringify([...visitors.keys()])],
  );
  return rows.map(([visitor, since, evidence]) => ({
    visitor: String(visitor),
    since: Number(since),
    evidence: String(evidence),
  }));
}
