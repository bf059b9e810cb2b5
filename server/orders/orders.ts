import { z } from 'zod';
import type { Catalog } from '../catalog/catalog.ts';
import { importedVisitor } from '../identity/people.ts';
import type { LogEvent, LogItem } from '../log/log-event.ts';
import { isCurrency, minorUnits } from '../money.ts';

/** A line of a file of orders: one row a product, the rows of one order next to each other. */
export const OrderLine = z.object({
  order_id: z.string().min(1).max(100),
  time: z.string().transform((text, context) => {
    const at = Date.parse(text);
    if (Number.isNaN(at))
      context.addIssue({ code: 'custom', message: `"${text}" is not a time; write 2026-11-21T18:00:00Z` });
    return at;
  }),
  customer_id: z.string().max(100).optional().default(''),
  customer_name: z.string().max(200).optional().default(''),
  country: z
    .string()
    .regex(/^([A-Z]{2})?$/, 'a country is two capital letters, ISO 3166-1')
    .optional()
    .default(''),
  currency: z.string().refine(isCurrency, 'not an ISO 4217 currency'),
  item_id: z.string().min(1).max(100),
  item_name: z.string().max(500).optional().default(''),
  quantity: z.coerce.number().min(-1_000_000).max(1_000_000),
  price: z.string().min(1),
});

export type OrderLine = z.infer<typeof OrderLine>;

/** Orders of people whom the shop does not know: they teach what is bought together, and belong to nobody. */
export const nobody = '~import';

/** What one order says: a `purchase` of the pieces bought, a `refund` of those that came back (a negative quantity). */
export function orderEvents(lines: readonly OrderLine[], catalog: Catalog): LogEvent[] {
  const bought = lines.filter(({ quantity }) => quantity > 0);
  const returned = lines.filter(({ quantity }) => quantity < 0);
  return [
    ...(bought.length > 0 ? [orderEvent('purchase', `order:${bought[0]?.order_id}:server`, bought, catalog)] : []),
    ...(returned.length > 0 ? [orderEvent('refund', `refund:${returned[0]?.order_id}`, returned, catalog)] : []),
  ];
}

function orderEvent(name: 'purchase' | 'refund', id: string, lines: readonly OrderLine[], catalog: Catalog): LogEvent {
  const [first] = lines;
  if (!first) throw new RangeError('an order has at least one line');
  const { time, order_id, customer_id, customer_name, country, currency } = first;
  const items = lines.map((line) => itemOf(line, catalog));
  return {
    id,
    visitor: customer_id ? importedVisitor(customer_id) : nobody,
    at: time,
    name,
    currency,
    value: items.reduce((sum, { price = 0, quantity }) => sum + Math.round(price * quantity), 0),
    items,
    order: order_id,
    ...(customer_id
      ? { identity: { customer: customer_id, ...(customer_name ? { name: customer_name } : {}), evidence: 'import' } }
      : {}),
    ...(country ? { client: { country } } : {}),
  };
}

function itemOf({ item_id, item_name, quantity, price, currency }: OrderLine, catalog: Catalog): LogItem {
  const product = catalog.get(item_id);
  // The catalogue knows the others' names; a long history is half as long without them.
  const name = product ? undefined : item_name;
  const amount = minorUnits(price, currency);
  return {
    id: item_id,
    ...(name ? { name } : {}),
    ...(product?.category ? { category: product.category } : {}),
    quantity: Math.abs(quantity),
    ...(amount === null ? {} : { price: amount }),
  };
}
