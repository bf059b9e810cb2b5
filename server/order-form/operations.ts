import { z } from 'zod';
import { type Prefilled, prefillFields } from '../../widgets/prefill/definition.ts';
import type { Operation } from '../api/operation.ts';

const Answer = z.object({
  who: z.string().describe('Another one for each visitor of a device; what the device keeps is kept for it alone.'),
  fields: z.array(
    z.object({
      field: z.enum(prefillFields).describe('As browsers call it: autocomplete of HTML.'),
      hint: z.string().describe('To be shown: “j•••@e•••.com”. It does not tell how long the word is.'),
      value: z.string().optional().describe('The word itself; only with the shop’s signed word.'),
    }),
  ),
}) satisfies z.ZodType<Prefilled>;

export const orderFormOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/order-form',
    summary: 'What can be filled in in the order form',
    text: 'The widget “Order form” asks this for you. The body is the token that your backend signs for whoever is signed in (the same as for login, with a jti), or nothing. By the visitor’s cookie or token alone the answer has hints, of what was verified on that device. With a token of the last minutes, which names the customer who has signed in on this device and was brought by nobody else before, it has the words themselves. Any other token is answered as an unknown visitor is.',
    access: 'visitor',
    query: { site: { text: 'The shop’s public key.', required: true } },
    body: { type: 'text/plain', schema: z.string(), example: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxNzg1MCJ9.…' },
    answers: { 200: { text: 'What is known.', schema: Answer } },
  },
];
