import { z } from 'zod';
import type { Me } from '../../widgets/your-data/definition.ts';
import type { Operation } from '../api/operation.ts';

const MeOut = z.object({
  scope: z
    .enum(['nobody', 'device', 'person', 'sign-in'])
    .describe(
      'Whose data this is: nobody’s; of this browser alone; of the person who has just signed in, all devices joined; or hidden until they sign in.',
    ),
  sections: z
    .array(z.object({ title: z.string(), lines: z.array(z.string()) }))
    .describe('What is known, in plain words.'),
  answers: z.array(
    z.object({
      key: z.string().describe('An `answer` event of the page with this question corrects it.'),
      type: z.enum(['text', 'number', 'date', 'choice', 'several']),
      words: z.string(),
      choices: z.array(z.object({ value: z.string(), words: z.string() })),
      value: z.string(),
      said: z.string(),
      when: z.string(),
    }),
  ),
  canWithdraw: z.boolean().describe('Consent was given by the shop’s own call, and may be taken back by it.'),
}) satisfies z.ZodType<Me>;

const whose = { site: { text: 'The shop’s public key.', required: true } } as const;

export const meOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/me',
    summary: 'Show a visitor their own data',
    text: 'The widget “Your data” does this for you. Whose data it is the signed token says, and nothing else. A token on which somebody was named opens nothing until the shop’s backend has signed that they are here, within the last 15 minutes.',
    access: 'visitor',
    query: { ...whose, language: { text: 'en, uk, ro or ru: of the words.' } },
    answers: { 200: { text: 'What is known, in words.', schema: MeOut } },
  },
  {
    method: 'get',
    path: '/v1/me/export',
    summary: 'Let a visitor take their own data along',
    text: 'Everything behind /v1/me as a file: events, and of a person who has just signed in also keys, orders and lists. Orders of a browser on which nobody was named are not in it: who placed them is not known.',
    access: 'visitor',
    query: whose,
    answers: { 200: { text: 'One list a kind of data.', schema: z.looseObject({}) } },
  },
  {
    method: 'delete',
    path: '/v1/me',
    summary: 'Let a visitor erase their own data',
    text: 'The same as erasing a person by your server, for what the token opens; afterwards the token opens nothing. Orders stay in the sums, as orders of nobody.',
    access: 'visitor',
    query: whose,
    answers: { 204: { text: 'It is nowhere.' } },
  },
];
