import { Hono } from 'hono';
import { z } from 'zod';
import { LoanContent } from '../campaigns/content.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { loanFor } from '../decide/loan.ts';
import { languages } from '../messages/messages.ts';
import { minorUnits } from '../money.ts';
import { jsonBody } from '../valid.ts';

type Env = { Variables: { shop: OpenShop } };

const Written = z.strictObject({
  loan: LoanContent.omit({ title: true, text: true }),
  language: z.enum(languages),
});

/** What an example's price is in the shop's currency, in its major units. */
const example = 1_000;

/** How a loan is told on the page of a product with a round price, but for the merchant's words. */
export function loanRoutes() {
  return new Hono<Env>().post('/', jsonBody(Written), (c) => {
    const { loan, language } = c.req.valid('json');
    const { currency } = c.get('shop').shop;
    const product = { price: minorUnits(example, currency), currency };
    return c.json(loanFor({ ...loan, title: {}, text: {} }, product, language));
  });
}
