import { z } from 'zod';
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

/** The body of a message. */
export const Message = z.object({
  type: z.enum(['segment.entered', 'segment.left']),
  timestamp: z.iso.datetime().describe('When it came to be so. The header webhook-timestamp says when it is sent.'),
  data: z.object({
    segment: z.object({ id: z.string(), name: z.string() }),
    customer: z.string().nullable().describe('Your own number for them; null for somebody whom you do not know.'),
    visitor: z.string().describe('One of their devices, as the panel shows it.'),
  }),
});

/**
 * What is sent of it: which segment, and the name by which the shop knows the person. Who they are otherwise the shop's
 * system asks for, if it may know.
 */
export function bodyOf({ visitor, customer, segment, enters }: Omit<Moved, 'id'>, at: number): string {
  const type = enters ? 'segment.entered' : 'segment.left';
  const message: z.input<typeof Message> = {
    ...{ type, timestamp: new Date(at).toISOString() },
    data: { segment, customer, visitor },
  };
  return JSON.stringify(message);
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
