import type { Visitor } from '../profiles/visitor.ts';
import type { Store } from '../store/store.ts';

/** What these visitors have said of consent, each change once, newest first. */
export async function consentHistory(visitors: readonly string[], store: Store): Promise<Visitor['consentHistory']> {
  const rows = await store.all(changes, [JSON.stringify(visitors)]);
  return rows.map(([at, text]) => ({ at: Number(at), consent: JSON.parse(String(text)) }));
}

const changes =
  "WITH words AS (SELECT visitor, at, seq, body -> '$.consent' AS consent FROM log " +
  "WHERE visitor IN (SELECT value FROM json_each(?)) AND body -> '$.consent' IS NOT NULL), " +
  'said AS (SELECT at, seq, consent, lag(consent) OVER (PARTITION BY visitor ORDER BY at, seq) AS before FROM words) ' +
  'SELECT at, consent FROM said WHERE consent IS NOT before ORDER BY at DESC, seq DESC LIMIT 20';
