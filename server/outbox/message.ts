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

/** What a person waited for has come to be so. */
export interface AlertMet {
  /** Id of the event in the log, and so of the message. */
  id: string;
  visitor: string;
  customer: string | null;
  alert: z.input<typeof AlertMessage>['data']['alert'];
  product: z.input<typeof AlertMessage>['data']['product'];
  letter: z.input<typeof AlertMessage>['data']['letter'];
}

/** The body of a message about a product that somebody waited for. */
export const AlertMessage = z.object({
  type: z.literal('alert.met'),
  timestamp: z.iso.datetime().describe('When it came to be so. The header webhook-timestamp says when it is sent.'),
  data: z.object({
    alert: z.enum(['price', 'stock']).describe('It costs less than as they asked, or is in stock again.'),
    product: z.object({
      ...{ id: z.string(), name: z.string(), url: z.string() },
      price: z.string().nullable().describe('As a decimal, for instance 12.50.'),
      was: z.string().nullable().describe('What it cost as they asked; null for `stock`.'),
      currency: z.string().nullable(),
    }),
    customer: z.string().nullable().describe('Your own number for them; null for somebody whom you do not know.'),
    visitor: z.string().describe('One of their devices, as the panel shows it.'),
    letter: z
      .object({
        email: z.string().describe('Not verified: whoever asked has typed it.'),
        agreed: z.string().describe('The words that they agreed to.'),
        at: z.iso.datetime().describe('When they did.'),
        language: z.string().nullable().describe('Of the page on which they asked (BCP 47).'),
      })
      .nullable()
      .describe('Where to write; null where they want to read it in the shop at their next visit.'),
  }),
});

/** The body of a message about a segment. */
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

export function alertBody({ alert, product, customer, visitor, letter }: Omit<AlertMet, 'id'>, at: number): string {
  const message: z.input<typeof AlertMessage> = {
    ...{ type: 'alert.met', timestamp: new Date(at).toISOString() },
    data: { alert, product, customer, visitor, letter },
  };
  return JSON.stringify(message);
}

/** The statements that put it into the outbox of every endpoint that hears of it. `now` in ms. */
export function posted(moves: readonly Moved[], now: number): Statement[] {
  return postedTo(
    moves.map((move) => [move.id, move.segment.id, move.visitor, bodyOf(move, now)]),
    now,
  );
}

/** The same of alerts, to those that hear of them. */
export function alertsPosted(met: readonly AlertMet[], topic: string, now: number): Statement[] {
  return postedTo(
    met.map((one) => [one.id, topic, one.visitor, alertBody(one, now)]),
    now,
  );
}

/** `rows`: message, segment or what else is heard of, visitor, body. */
function postedTo(rows: readonly (readonly string[])[], now: number): Statement[] {
  if (rows.length === 0) return [];
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
