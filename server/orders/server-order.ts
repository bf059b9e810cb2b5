import { z } from 'zod';
import type { Catalog } from '../catalog/catalog.ts';
import { described } from '../catalog/described.ts';
import { importedVisitor } from '../identity/people.ts';
import type { LogEvent, LogItem, OrderStatus } from '../log/log-event.ts';
import { isCurrency, minorUnits } from '../money.ts';
import { Refused } from '../refused.ts';
import { nobody } from './orders.ts';
import { reportEvents } from './report-events.ts';

type Decimal = string | number;

interface Line {
  item_id: string;
  item_name?: string | undefined;
  item_category?: string | undefined;
  item_brand?: string | undefined;
  quantity: number;
  price?: Decimal | undefined;
  /** What one piece cost the shop. */
  cost?: Decimal | undefined;
  serials?: readonly string[] | undefined;
  warranty_until?: number | undefined;
}

/** An order as the shop's server reports it. Amounts in major units of `currency`; times in ms since 1970. */
export interface ServerOrder {
  order_id: string;
  time: number;
  status?: OrderStatus | undefined;
  /** Since when it has this status; the order's time where it is missing. */
  updated?: number | undefined;
  /** Since when it is as this report says; where two differ, the one of the later time stands. */
  modified?: number | undefined;
  currency?: string | undefined;
  /** The shop's currency for one of the order's, on the order's day. */
  rate?: number | undefined;
  customer?: { id: string; name?: string | undefined } | undefined;
  country?: string | undefined;
  items: Line[];
  value?: Decimal | undefined;
  tax?: Decimal | undefined;
  shipping?: Decimal | undefined;
  discount?: Decimal | undefined;
  /** What the shop paid to the carrier, and for the payment. */
  shipping_cost?: Decimal | undefined;
  payment_fee?: Decimal | undefined;
  coupon?: string | undefined;
  refunds?: { refund_id: string; time: number; value?: Decimal | undefined; items?: Line[] | undefined }[] | undefined;
}

export const country = z.string().regex(/^[A-Z]{2}$/, 'a country is two capital letters, ISO 3166-1');

/** How far a server's clock may run ahead. */
const ahead = 86_400_000;

/**
 * What one report says: that the order was bought, its status, and each refund. Each fact has an id of its own, so that a report
 * sent again says nothing new. Throws `Refused` for a report that cannot be believed. `now` in ms.
 */
export function serverOrderEvents(
  order: ServerOrder,
  { catalog, shopCurrency, now }: { catalog: Catalog; shopCurrency: string; now: number },
): LogEvent[] {
  const currency = order.currency ?? shopCurrency;
  if (!isCurrency(currency)) throw new Refused('currency', `"${currency}" is not an ISO 4217 currency`);
  const amount = amountsIn(currency);
  const inTime = (field: string, time: number) => {
    if (time > now + ahead) throw new Refused(field, `${new Date(time).toISOString()} lies in the future`);
    return time;
  };
  const lines = (items: readonly Line[], field: string) =>
    items.map((item, index) => lineOf(item, `${field}.${index}`, { catalog, now }, amount));
  const { customer } = order;
  const whose = {
    visitor: customer ? importedVisitor(customer.id) : nobody,
    order: order.order_id,
    ...(customer
      ? {
          identity: {
            customer: customer.id,
            ...(customer.name ? { name: customer.name } : {}),
            evidence: 'server' as const,
          },
        }
      : {}),
  };
  const id = `order:${order.order_id}`;
  const items = lines(order.items, 'items');
  const more = {
    ...amount('tax', order.tax),
    ...amount('shipping', order.shipping),
    ...amount('discount', order.discount),
    ...(order.coupon === undefined ? {} : { coupon: order.coupon }),
  };
  const events = reportEvents({
    content: {
      ...whose,
      currency,
      value: amount('value', order.value).value ?? sum(items),
      items,
      params: more,
      ...(order.country === undefined ? {} : { client: { country: order.country } }),
    },
    placed: inTime('time', order.time),
    revised: inTime('modified', order.modified ?? order.updated ?? order.time),
    rate: order.rate,
    fees: { ...amount('shipping_cost', order.shipping_cost), ...amount('payment_fee', order.payment_fee) },
  });
  if (order.status !== undefined) {
    const at = inTime('updated', order.updated ?? order.time);
    events.push({
      id: `${id}:${order.status}:${at}`,
      at,
      name: 'order_status',
      ...whose,
      params: { status: order.status },
    });
  }
  for (const [index, refund] of (order.refunds ?? []).entries()) {
    const field = `refunds.${index}`;
    const returned = refund.items && lines(refund.items, `${field}.items`);
    const value = amount(`${field}.value`, refund.value)[`${field}.value`] ?? (returned && sum(returned));
    if (value === undefined) throw new Refused(`${field}.value`, 'a refund needs its value or its items');
    events.push({
      id: `refund:${order.order_id}:${refund.refund_id}`,
      at: inTime(`${field}.time`, refund.time),
      name: 'refund',
      ...whose,
      currency,
      value,
      ...(returned ? { items: returned } : {}),
    });
  }
  return events;
}

/** Reads an amount of this currency: under its field's name in minor units, or nothing where it is not given. */
function amountsIn(currency: string) {
  return (field: string, given: Decimal | undefined): Record<string, number> => {
    if (given === undefined) return {};
    const minor = minorUnits(given, currency);
    if (minor === null || minor < 0) throw new Refused(field, `"${given}" is not an amount`);
    return { [field]: minor };
  };
}

function lineOf(
  line: Line,
  field: string,
  { catalog, now }: { catalog: Catalog; now: number },
  amount: ReturnType<typeof amountsIn>,
): LogItem {
  const name = line.item_name === catalog.get(line.item_id)?.name ? undefined : line.item_name;
  const amountOf = (name: 'price' | 'cost') => amount(`${field}.${name}`, line[name])[`${field}.${name}`];
  const price = amountOf('price');
  const cost = amountOf('cost');
  return {
    id: line.item_id,
    ...(name === undefined ? {} : { name: name.slice(0, 200) }),
    ...described(line.item_id, line, catalog, now),
    quantity: line.quantity,
    ...(price === undefined ? {} : { price }),
    ...(cost === undefined ? {} : { cost }),
    ...(line.serials === undefined || line.serials.length === 0 ? {} : { serials: [...line.serials] }),
    ...(line.warranty_until === undefined ? {} : { warrantyUntil: line.warranty_until }),
  };
}

function sum(items: readonly LogItem[]): number {
  return items.reduce((total, { price = 0, quantity }) => total + Math.round(price * quantity), 0);
}
