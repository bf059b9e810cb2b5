import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { putRates, Rate } from '../orders/rates.ts';
import { jsonBody } from '../valid.ts';
import type { ApiEnv } from './access.ts';
import { eachOf, nothingKept } from './each-of.ts';
import { apiLimit } from './once.ts';
import type { Operation } from './operation.ts';
import { Refusal } from './words.ts';

const most = 5_000;

const Rates = z.strictObject({ rates: z.array(z.unknown()).min(1).max(most) });
const ratesIn = z.object({ rates: z.array(Rate).min(1).max(most) });
const Put = z.object({ kept: z.number().int(), refused: z.array(Refusal) });

export const rateOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/rates',
    summary: 'Tell exchange rates',
    text: `Orders in other currencies are counted in the shop’s by the rate of their day, or the last one of the week before it. Each takes the place of the rate of its currency and day. At most ${most.toLocaleString('en')} a call.`,
    access: 'key',
    idempotent: true,
    body: {
      type: 'application/json',
      schema: ratesIn,
      example: { rates: [{ day: '2026-11-21', currency: 'EUR', rate: 48.7 }] },
    },
    answers: { 200: { text: 'What was kept. A rate that is wrong is refused alone.', schema: Put } },
  },
];

/** The merchant's exchange rates. */
export function rateApi(access: MiddlewareHandler<ApiEnv>, once: MiddlewareHandler<ApiEnv>) {
  return new Hono<ApiEnv>().post('/', access, apiLimit, once, jsonBody(Rates), async (c) => {
    const { kept, refused } = await eachOf(Rate, c.req.valid('json').rates, (rate) => rate);
    if (kept.length === 0) throw nothingKept('rates', refused);
    await c.get('shop').store.write([putRates(kept)]);
    return c.json({ kept: kept.length, refused } satisfies z.infer<typeof Put>);
  });
}
