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
    cost: z.string().optional().default(''),
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
  .superRefine(({ price, cost, currency }, context) => {
    if (minorUnits(price, currency) === null)
      context.addIssue({ code: 'custom', path: ['price'], message: `"${price}" is not an amount` });
    if (cost !== '' && (minorUnits(cost, currency) ?? -1) < 0)
      context.addIssue({ code: 'custom', path: ['cost'], message: `"${cost}" is not an amount` });
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
  const content = { ...contentOf(first, lines, catalog), params: {} };
  const events = reportEvents({ content, placed, revised: modified, rate });
  if (status === undefined) return events;
  const { visitor, order } = content;
  const id = `order:${order_id}:${status}:${updated}`;
  return [...events, { ...{ id, at: updated, name: 'order_status', visitor, order }, params: { status } }];
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
