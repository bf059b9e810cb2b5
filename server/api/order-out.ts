import { z } from 'zod';
import { orderStatuses } from '../log/log-event.ts';
import { decimalOf, type Money } from '../money.ts';
import type { OrderView } from '../profiles/visitor.ts';

const amount = z.string().nullable();
const status = z.enum(orderStatuses);

export const OrderOut = z.object({
  order_id: z.string(),
  time: z.iso.datetime(),
  status: status.nullable().describe('Null for what only a refund is known of.'),
  steps: z.array(z.object({ status, time: z.iso.datetime() })),
  confirmed: z.boolean().describe('Your own systems have reported it, not only a page.'),
  currency: z.string().nullable().describe('Of every amount here, in major units, but for those of “abroad”.'),
  value: amount.describe('Without tax and shipping.'),
  refunded: amount,
  cost: amount.describe('Of what the customer keeps; null as long as the cost of a line is unknown.'),
  margin: amount.describe('After refunds and costs.'),
  uncosted: z.number().int().describe('Lines whose cost nobody has told.'),
  abroad: z
    .object({
      currency: z.string(),
      rate: z.number().nullable().describe('Null as long as neither the order nor /v1/rates tells it.'),
      net: amount.describe('After refunds.'),
      margin: amount,
    })
    .nullable()
    .describe('In the shop’s own currency, for an order in another.'),
  items: z.array(
    z.object({
      item_id: z.string(),
      item_name: z.string().nullable(),
      quantity: z.number(),
      returned: z.number(),
      price: amount,
      cost: amount.describe('Of one piece.'),
      cost_from: z.enum(['order', 'catalogue']).nullable(),
      serials: z.array(z.string()),
      warranty_until: z.iso.datetime().nullable(),
    }),
  ),
});

export function orderOut(order: OrderView, shopCurrency: string): z.infer<typeof OrderOut> {
  const { id, at, steps, confirmed, gross, refunded, cost, margin, uncosted, abroad, lines } = order;
  const currency = gross?.currency ?? refunded?.currency ?? null;
  return {
    ...{ order_id: id, time: time(at), status: order.status, confirmed, currency },
    steps: steps.map((step) => ({ status: step.status, time: time(step.at) })),
    ...{ value: said(gross), refunded: said(refunded), cost: said(cost), margin: said(margin), uncosted },
    abroad: abroad && {
      ...{ currency: shopCurrency, rate: abroad.rate, net: said(abroad.net), margin: said(abroad.margin) },
    },
    items: lines.map((line) => ({
      ...{ item_id: line.id, item_name: line.name, quantity: line.quantity, returned: line.returned },
      ...{ price: said(line.price), cost: said(line.cost), cost_from: line.costFrom, serials: line.serials },
      warranty_until: line.warrantyUntil === null ? null : time(line.warrantyUntil),
    })),
  };
}

function said(money: Money | null): string | null {
  return money && decimalOf(money);
}

function time(at: number): string {
  return new Date(at).toISOString();
}
