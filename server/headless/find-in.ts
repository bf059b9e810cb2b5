import { z } from 'zod';
import { shopId } from '../api/words.ts';
import { answersIn, mostInCart } from '../finders/finder.ts';

export const FindIn = z.object({
  site: z.string().max(100).describe('The shop’s public key.'),
  finder: z.string().max(40).describe('Its id.'),
  language: z.string().max(35).optional().describe('en, uk, ro or ru: of the words.'),
  cart: z
    .array(shopId)
    .max(mostInCart)
    .default([])
    .describe('What the page says is in the cart, for whom the collector may not know it: it is not shown.'),
  answers: answersIn.describe('Question -> the choices that were taken; an empty list for one that was passed over.'),
});
