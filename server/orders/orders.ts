import { z } from 'zod';
import type { Catalog } from '../catalog/catalog.ts';
import { described } from '../catalog/described.ts';
import { importedVisitor } from '../identity/people.ts';
import { type LogEvent, type LogItem, orderStatuses } from '../log/log-event.ts';
import { isCurrency, minorUnits } from '../money.ts';
import { reportEvents } from './report-events.ts';

const time = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (Number.isNaN(at))
    context.addIssue({ code: 'custom', message: `"${text}" is not a time; write 2026-11-21T18:00:00Z` });
  return at;
});
const optionalTime = z
  .literal('')
  .transform(() => undefined)
  .or(time)
  .optional();

const amount = z.string().optional().default('');
const amounts = ['cost', 'shipping', 'shipping_cost', 'payment_fee', 'discount'] as const;

/** A line of a file of orders: one row a product, the rows of one order next to each other. */
export const OrderLine = z
  .object({
    order_id: z.string().min(1).max(100),
    time,
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
    /** What one piece cost the shop. */
    cost: amount,
    /** Of the whole order, as its first line says: paid by the customer for the delivery, by the shop to the carrier, for the payment; off the prices. */
    shipping: amount,
    shipping_cost: amount,
    payment_fee: amount,
    discount: amount,
    /** One behind the other, with spaces or semicolons between them. */
    serials: z
      .string()
      .max(10_000)
      .optional()
      .default('')
      .transform((text) => text.split(/[\s;]+/).filter((serial) => serial !== '')),
    warranty_until: optionalTime,
    rate: z
      .string()
      .optional()
      .default('')
      .transform((text) => (text === '' ? undefined : Number(text.replace(',', '.'))))
      .pipe(z.number('not an exchange rate').positive('not an exchange rate').optional()),
    status: z
      .literal('')
      .or(z.enum(orderStatuses))
      .optional()
      .transform((status) => status || undefined),
    /** Since when it has this status, and since when it is as the file says. */
    updated: optionalTime,
    modified: optionalTime,
  })
  .superRefine((line, context) => {
    const { price, currency } = line;
    if (minorUnits(price, currency) === null)
      context.addIssue({ code: 'custom', path: ['price'], message: `"${price}" is not an amount` });
    for (const name of amounts)
      if (line[name] !== '' && (minorUnits(line[name], currency) ?? -1) < 0)
        context.addIssue({ code: 'custom', path: [name], message: `"${line[name]}" is not an amount` });
  });

export type OrderLine = z.infer<typeof OrderLine>;

/** Orders of people whom the shop does not know: they teach what is bought together, and belong to nobody. */
export const nobody = '~import';

/** What one order says: the pieces bought, its status, and a `refund` of those that came back (a negative quantity). */
export function orderEvents(lines: readonly OrderLine[], catalog: Catalog): LogEvent[] {
  const bought = lines.filter(({ quantity }) => quantity > 0);
  const returned = lines.filter(({ quantity }) => quantity < 0);
  const [first] = bought;
  const [back] = returned;
  return [
    ...(first ? boughtEvents(first, bought, catalog) : []),
    ...(back ? [refundEvent(back, returned, catalog)] : []),
  ];
}

function boughtEvents(first: OrderLine, lines: readonly OrderLine[], catalog: Catalog): LogEvent[] {
  const { time: placed, order_id, status, updated = placed, modified = updated, rate } = first;
  const params = { ...amountOf(first, 'shipping'), ...amountOf(first, 'discount') };
  const fees = { ...amountOf(first, 'shipping_cost'), ...amountOf(first, 'payment_fee') };
  const content = { ...contentOf(first, lines, catalog), params };
  const events = reportEvents({ content, placed, revised: modified, rate, fees });
  if (status === undefined) return events;
  const { visitor, order } = content;
  const id = `order:${order_id}:${status}:${updated}`;
  return [...events, { ...{ id, at: updated, name: 'order_status', visitor, order }, params: { status } }];
}

/** In minor units; nothing where the file says nothing. */
function amountOf(line: OrderLine, name: (typeof amounts)[number]): Record<string, number> {
  const minor = line[name] === '' ? null : minorUnits(line[name], line.currency);
  return minor === null ? {} : { [name]: minor };
}

function refundEvent(first: OrderLine, lines: readonly OrderLine[], catalog: Catalog): LogEvent {
  const id = `refund:${first.order_id}`;
  return { id, at: first.time, name: 'refund', ...contentOf(first, lines, catalog) };
}

function contentOf(first: OrderLine, lines: readonly OrderLine[], catalog: Catalog) {
  const { order_id, customer_id, customer_name, country, currency } = first;
  const items = lines.map((line) => itemOf(line, catalog));
  return {
    visitor: customer_id ? importedVisitor(customer_id) : nobody,
    currency,
    value: items.reduce((sum, { price = 0, quantity }) => sum + Math.round(price * quantity), 0),
    items,
    order: order_id,
    ...(customer_id
      ? {
          identity: {
            customer: customer_id,
            ...(customer_name ? { name: customer_name } : {}),
            evidence: 'import' as const,
          },
        }
      : {}),
    ...(country ? { client: { country } } : {}),
  };
}

function itemOf(line: OrderLine, catalog: Catalog): LogItem {
  const { item_id, item_name, quantity, price, cost, currency, serials, warranty_until } = line;
  const product = catalog.get(item_id);
  // The catalogue knows the others' names; a long history is half as long without them.
  const name = product ? undefined : item_name;
  const amount = minorUnits(price, currency);
  const paid = cost === '' ? null : minorUnits(cost, currency);
  return {
    id: item_id,
    ...(name ? { name } : {}),
    ...described(item_id, {}, catalog, line.time),
    quantity: Math.abs(quantity),
    ...(amount === null ? {} : { price: amount }),
    ...(paid === null ? {} : { cost: paid }),
    ...(serials.length === 0 ? {} : { serials }),
    ...(warranty_until === undefined ? {} : { warrantyUntil: warranty_until }),
  };
}
