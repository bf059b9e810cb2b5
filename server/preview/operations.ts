import { z } from 'zod';
import type { Operation } from '../api/operation.ts';
import { Asked } from './route.ts';

const Answered = z.object({
  decisions: z.array(z.unknown()).describe('As /v1/collect answers them.'),
  campaigns: z
    .array(z.object({ id: z.string(), name: z.string(), place: z.string(), fate: z.string(), isShown: z.boolean() }))
    .describe('Every campaign that runs, and the draft: what becomes of it on this page, in words.'),
  isSomebody: z.boolean(),
});

export const previewOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/preview',
    summary: 'What a page would show with a draft',
    text: 'The editor on your pages asks this for staff who has come by “Open on the shop”. The token of that link stands in the header Authorization; it opens this draft alone, for half an hour, and ends with the session of whoever made it. Nothing is recorded, and no code of a list is taken.',
    access: 'page',
    body: {
      type: 'application/json',
      schema: Asked,
      example: { site: 's_0123456789abcdef', path: '/', slots: ['home'], who: { example: 'new' }, variant: 'a' },
    },
    answers: { 200: { text: 'What it would show.', schema: Answered } },
  },
];
