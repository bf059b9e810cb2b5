import { z } from 'zod';
import type { Operation } from '../api/operation.ts';
import { Ranked } from './rank.ts';
import { Wanted } from './recommend.ts';

const Said = z.object({
  code: z.string().describe('Stable, for programs.'),
  text: z.string().describe('In the language that was asked for.'),
});
const decision = z
  .string()
  .describe('Tell it with `slot_view` when it is seen, and with `slot_click` and the product when one is chosen.');

const RankedOut = z.object({
  decision,
  ids: z.array(z.string()).describe('The same ids, each as often.'),
  moved: z
    .array(
      z.object({
        id: z.string(),
        from: z.number().int().describe('Place in the list that was sent, from 0.'),
        to: z.number().int(),
        reason: Said,
      }),
    )
    .describe('Those that stand elsewhere now, in their new order.'),
});

const WantedOut = z.object({
  decision,
  recipe: z
    .string()
    .nullable()
    .describe('Which filled it, in which version: it may be a fallback. Null where none could.'),
  title: z.string().nullable(),
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      url: z.string(),
      image: z.string().nullable(),
      price: z
        .object({ amount: z.number().int().describe('In minor units: 1999 is 19.99.'), currency: z.string() })
        .nullable(),
      priceText: z.string().nullable().describe('Formatted in that language.'),
      reason: Said,
    }),
  ),
});

const both =
  'A page of the shop sends it with the public key as `site`, its Origin and the visitor’s token or cookie; a server of the shop with a secret key (`Authorization: Bearer vk_...`) and the visitor’s `token`, or without one for nobody in particular. What consent does not allow is not used. To a robot the answer is 204.';

export const headlessOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/rank',
    summary: 'Put search results or a category in order for a visitor',
    text: `Takes a list in the shop’s own order and answers with the same products in the order for this visitor: nothing is added, nothing is hidden, and no product moves further than the merchant allows. ${both}`,
    access: 'either',
    body: {
      type: 'text/plain',
      schema: Ranked,
      example: {
        ...{ site: 'YOUR-KEY', token: 'TOKEN', consent: { statistics: true, personalisation: true } },
        ...{ kind: 'search', query: 'kettle', ids: ['A-1', 'A-2', 'A-3'], keepFirst: 1 },
      },
    },
    answers: { 200: { text: 'The new order.', schema: RankedOut }, 204: { text: 'A robot: keep your own order.' } },
  },
  {
    method: 'post',
    path: '/v1/recommendations',
    summary: 'Get what a shelf would show, to draw it yourself',
    text: `Follows the recipe of a slot, or one by its id, as a shelf on the page would: the same filters, fallbacks and comparison group. ${both}`,
    access: 'either',
    body: {
      type: 'text/plain',
      schema: Wanted,
      example: {
        ...{ site: 'YOUR-KEY', token: 'TOKEN', consent: { statistics: true, personalisation: true } },
        ...{ slot: 'product', product: 'A-1', cart: ['A-7'], limit: 8, language: 'uk' },
      },
    },
    answers: {
      200: { text: 'The products, or none: then keep what is there.', schema: WantedOut },
      204: { text: 'A robot: keep what is there.' },
    },
  },
];
