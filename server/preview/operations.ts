import { z } from 'zod';
import type { Operation } from '../api/operation.ts';
import { Asked, Picked } from './route.ts';

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
  {
    method: 'post',
    path: '/v1/preview/place',
    summary: 'Gives a draft another place',
    text: 'The editor on your pages asks this when staff has picked a place there. The stored draft of the link changes, and no campaign: the panel takes the place into its form, and visitors see it there once it is saved.',
    access: 'page',
    body: {
      type: 'application/json',
      schema: Picked,
      example: {
        ...{ site: 's_0123456789abcdef', at: { selector: '#bestsellers', position: 'after' } },
        ...{ only: '/sale/*', base: 0 },
      },
    },
    answers: {
      200: { text: 'The draft, as it is now.', schema: z.object({ revision: z.number() }) },
      409: { text: 'Another window has changed it meanwhile.' },
    },
  },
];
