import { z } from 'zod';
import { Envelope, Event, Handover } from '../collect/schema.ts';
import type { Operation } from './operation.ts';
import { Refusal } from './words.ts';

const Decision = z.object({
  id: z.string().describe('Comes back in slot_view and slot_click.'),
  slot: z.string(),
  widget: z.string(),
  props: z.looseObject({}),
});

const Answer = z.object({
  token: z.string().optional().describe('Keep it and send it with the next batch; not sent where a cookie carries it.'),
  slots: z.array(Decision),
  refused: z.array(Refusal).optional(),
});

/** What the snippet does. Its route is the collector's own. */
export const collectOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/collect',
    summary: 'What a page of the shop sends',
    text: 'The snippet does this for you. The request must come from one of the shop’s own pages (Origin), at most 64 KiB and 100 events.',
    access: 'page',
    body: {
      type: 'text/plain',
      schema: Envelope.extend({ events: z.array(Event).max(100) }),
      example: {
        site: 'YOUR-KEY',
        consent: { statistics: true },
        sent: 1_795_284_000_000,
        page: { id: '0f3a', url: 'https://shop.example/' },
        events: [{ id: '0f3a.0', name: 'page_view', time: 1_795_284_000_000 }],
        slots: ['home'],
      },
    },
    answers: {
      200: { text: 'What the slots show now.', schema: Answer },
      204: { text: 'Kept, and there is nothing to say.' },
    },
  },
  {
    method: 'post',
    path: '/v1/handover',
    summary: 'Take a visitor along to another domain of the shop',
    text: 'Gives a word that is good for one minute and one page: put it as `_vh` into the address of the next page.',
    access: 'page',
    body: { type: 'text/plain', schema: Handover, example: { site: 'YOUR-KEY' } },
    answers: { 200: { text: 'The word.', schema: z.object({ handover: z.string() }) } },
  },
];
