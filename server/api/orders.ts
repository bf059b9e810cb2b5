import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { orderStatuses } from '../log/log-event.ts';
import { orderViews } from '../orders/order-views.ts';
import { findOrder } from '../orders/read-orders.ts';
import { country, serverOrderEvents } from '../orders/server-order.ts';
import { plainText } from '../plain-text.ts';
import { Problem } from '../problem.ts';
import { jsonBody } from '../valid.ts';
import type { ApiEnv } from './access.ts';
import { eachOf, nothingKept } from './each-of.ts';
import { apiLimit } from './once.ts';
import type { Operation } from './operation.ts';
import { OrderOut, orderOut } from './order-out.ts';
import { decimal, moment, Refusal, shopId } from './words.ts';

const most = 500;

const Line = z.object({
  item_id: shopId,
  item_name: z.string().max(500).optional(),
  item_category: z.string().max(200).optional(),
  item_brand: z.string().max(200).optional(),
  quantity: z.number().positive().max(1_000_000).default(1),
  price: decimal.optional().describe('Of one piece, in major units.'),
  cost: decimal
    .optional()
    .describe('What one piece cost you. Without it the catalogue’s cost at the time of the order is taken.'),
  serials: z
    .array(z.string().min(1).max(100).regex(plainText, 'without control characters'))
    .max(1_000)
    .optional()
    .describe('Serial numbers of the pieces, once they are known.'),
  warranty_until: moment.optional().describe('The last day of the warranty.'),
});

export const OrderIn = z.object({
  order_id: shopId,
  time: moment.describe('When it was placed.'),
  status: z.enum(orderStatuses).optional(),
  updated: moment.optional().describe('Since when it has this status; the time of the order where it is missing.'),
  modified: moment
    .optional()
    .describe(
      'Since when the order is as this report says. Where lines or amounts of two reports differ, the one of the later time stands, whichever comes first; “updated” or “time” where it is missing.',
    ),
  currency: z.string().length(3).optional().describe('ISO 4217; the shop’s own where it is missing.'),
  rate: z
    .number()
    .positive()
    .optional()
    .describe('What one unit of the order’s currency was in the shop’s, on that day; else /v1/rates is asked.'),
  customer: z
    .object({
      id: shopId.describe('The customer number that your backend signs at a login.'),
      name: z.string().max(200).regex(plainText).optional(),
    })
    .optional(),
  country: country.optional().describe('ISO 3166-1 alpha-2.'),
  items: z.array(Line).min(1).max(500),
  value: decimal.optional().describe('Without tax and shipping; the sum of the items where it is missing.'),
  tax: decimal.optional(),
  shipping: decimal.optional().describe('What the customer paid for the delivery.'),
  discount: decimal.optional().describe('By how much the prices were lowered; “value” is without it.'),
  shipping_cost: decimal.optional().describe('What the carrier got from you.'),
  payment_fee: decimal.optional().describe('What the payment cost you.'),
  coupon: z.string().max(100).optional(),
  refunds: z
    .array(
      z.object({
        refund_id: shopId,
        time: moment,
        value: decimal.optional().describe('The sum of its items where it is missing.'),
        items: z.array(Line).max(500).optional().describe('What came back.'),
      }),
    )
    .max(100)
    .optional(),
});

const Orders = z.strictObject({ orders: z.array(z.unknown()).min(1).max(most) });
const ordersIn = z.object({ orders: z.array(OrderIn).min(1).max(most) });

const Reported = z.object({
  kept: z.number().int().describe('Orders of which something was new.'),
  known: z.number().int().describe('Orders of which everything was known already.'),
  refused: z.array(Refusal),
});

export const orderOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/orders',
    summary: 'Report orders',
    text: `Send an order when it is placed, and again with each new status, refund or change of its lines: what is known already changes nothing. At most ${most} a call.`,
    access: 'key',
    idempotent: true,
    body: {
      type: 'application/json',
      schema: ordersIn,
      example: {
        orders: [
          {
            order_id: '7001',
            time: '2026-11-21T18:00:00Z',
            status: 'paid',
            currency: 'UAH',
            customer: { id: '42', name: 'Олена' },
            items: [{ item_id: 'A1', quantity: 2, price: 199.5 }],
            shipping: 80,
          },
        ],
      },
    },
    answers: { 200: { text: 'What was kept. An order that is wrong is refused alone, and whole.', schema: Reported } },
  },
  {
    method: 'get',
    path: '/v1/orders/{id}',
    summary: 'Read one order',
    text: 'By the shop’s own order number: what all reports of it, the page’s and your systems’, add up to.',
    access: 'key',
    answers: { 200: { text: 'The order as it stands.', schema: OrderOut } },
  },
];

/** Orders as the shop's server knows them. */
export function orderApi(access: MiddlewareHandler<ApiEnv>, once: MiddlewareHandler<ApiEnv>, now: () => number) {
  const report = new Hono<ApiEnv>().post('/', access, apiLimit, once, jsonBody(Orders), async (c) => {
    const { shop, catalog, record } = c.get('shop');
    const context = { catalog, shopCurrency: shop.currency, now: now() };
    const { kept, refused } = await eachOf(OrderIn, c.req.valid('json').orders, (order) =>
      serverOrderEvents(order, context),
    );
    if (kept.length === 0) throw nothingKept('orders', refused);
    const known = await record(kept.flat());
    let place = 0;
    const isNew = kept.map((events) => events.filter(() => !known.has(place++)).length > 0);
    const fresh = isNew.filter(Boolean).length;
    return c.json({ kept: fresh, known: kept.length - fresh, refused } satisfies z.infer<typeof Reported>);
  });
  return report.get('/:id', access, async (c) => {
    const { shop, catalog, store, save } = c.get('shop');
    const id = c.req.param('id');
    await save();
    const order = await findOrder(id, store);
    if (!order) throw new Problem(404, 'unknown-order', `Nobody has reported an order "${id}".`);
    const [view] = await orderViews([order], { shop, catalog, store });
    return c.json(view && orderOut(view, shop.currency));
  });
}
