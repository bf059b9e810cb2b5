import { z } from 'zod';
import type { Finding } from '../../widgets/finder/definition.ts';
import type { Operation } from '../api/operation.ts';
import { FindIn } from './find-in.ts';

const FindingOut = z.object({
  question: z
    .object({
      key: z.string(),
      type: z.enum(['text', 'number', 'date', 'choice', 'several']),
      words: z.string(),
      choices: z.array(z.object({ value: z.string(), words: z.string() })),
    })
    .nullable()
    .describe('What to ask next, with the choices under which there is something; null at the end.'),
  skip: z.string().describe('How to pass it over; empty where it has to be answered.'),
  progress: z.string(),
  status: z.string().describe('How much fits, and which answers were looked past so that something does.'),
  items: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), url: z.string(), image: z.string().nullable() },
      price: z.string().nullable(),
      reason: z.string().describe('Which answers it meets.'),
      but: z.string().describe('Which it does not meet; empty where it meets all.'),
    }),
  ),
}) satisfies z.ZodType<Finding>;

export const findingOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/finder',
    summary: 'Find products for a visitor’s answers',
    text: 'The widget “finder” does this for you. It goes by the filters of every shelf: in stock, sold where the visitor is, and not in the cart: of who allows that it is known, in theirs; else in the one that the page tells of. Nothing is recorded.',
    access: 'page',
    body: {
      type: 'text/plain',
      schema: FindIn,
      example: { site: 's_0123456789abcdef', finder: 'gifts', language: 'en', answers: { colour: ['red'], price: [] } },
    },
    answers: { 200: { text: 'What is asked next, and what was found.', schema: FindingOut } },
  },
];
