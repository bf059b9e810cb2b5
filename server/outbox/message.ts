import type { Statement } from '../store/store.ts';

/** Somebody came into a segment or went out of it. */
export interface Moved {
  /** Id of the event in the log, and so of the message. */
  id: string;
  visitor: string;
  /** The shop's own number for them; null for somebody whom it does not know. */
  customer: string | null;
  segment: { id: string; name: string };
  enters: boolean;
}

/**
 * What is sent of it: which segment, and the name by which the shop knows the person. Who they are otherwise the shop's
 * system asks for, if it may know.
 */
export function bodyOf({ visitor, customer, segment, enters }: Omit<Moved, 'id'>, at: number): string {
  const type = enters ? 'segment.entered' : 'segment.left';
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), data: { segment, customer, visitor } });
}

/** The statements that put it into the outbox of every endpoint that hears of it. `now` in ms. */
export function posted(moves: readonly Moved[], now: number): Statement[] {
  if (moves.length === 0) return [];
  const rows = moves.map((move) => [move.id, move.segment.id, move.visitor, bodyOf(move, now)]);
  return [
    {
      sql:
        'INSERT INTO outbox (message, endpoint, visitor, body, attempts, due_at) ' +
        'SELECT m.value ->> 0, e.id, m.value ->> 2, m.value ->> 3, 0, ? FROM json_each(?) AS m JOIN endpoints AS e ON e.segment = m.value ->> 1 ' +
        'WHERE e.off_at IS NULL',
      params: [now, JSON.stringify(rows)],
    },
  ];
}
