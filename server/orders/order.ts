import type { Channel } from '../acquisition/channel.ts';
import { type LogEvent, type LogItem, orderStatuses } from '../log/log-event.ts';
import { type Money, minorUnits } from '../money.ts';
import { addAll, addSaid, addTime, earlier, later, latestSaid, type Said } from '../profiles/lattice.ts';
import { compare } from '../text-order.ts';

/**
 * What all reports of one order add up to. The browser's thank-you page and the shop's own systems may both report it, in any
 * order and as often as they like: each keeps a place of its own here, and `orderState` takes the shop's word where there is one.
 */
export interface Order {
  browser: Said<Bought> | null;
  server: Said<Bought> | null;
  /** Status -> when it was last reported; by the shop's own systems alone. */
  statuses: Map<string, number>;
  /** By the id of the event, so that one that is repeated is one. */
  refunds: Map<string, Said<Refund>>;
  /** By product, as far as any of the shop's systems has told: another one that does not know takes nothing away. */
  serials: Map<string, Said<string[]>>;
  warranties: Map<string, Said<number>>;
  /** What one piece cost. */
  costs: Map<string, Said<Money>>;
  /** What one unit of the order's currency was worth in the shop's own, on the order's day. */
  rate: Said<number> | null;
  /** What else the order cost the shop. */
  fees: Map<Fee, Said<Money>>;
}

/** Paid to the carrier; and to whoever takes the payment. */
export const fees = ['shipping_cost', 'payment_fee'] as const;

export type Fee = (typeof fees)[number];

export interface Bought {
  visitor: string;
  currency: string;
  value: number;
  items: LogItem[];
  /** What the customer paid for the delivery, beyond `value`. */
  shipping?: number;
  /** By how much the prices were lowered; `value` is without it. */
  discount?: number;
  came?: Channel;
  /** It was said of the visit that it is for somebody else. */
  forAnother?: true;
  /** ISO 3166-1 and 3166-2. */
  country?: string;
  region?: string;
  /** ms since 1970, where the report is not of the moment at which the order was placed. */
  placed?: number;
}

interface Refund {
  visitor: string;
  byServer: boolean;
  currency: string | null;
  /** Null for the whole order. */
  value: number | null;
  items: { id: string; quantity: number; price?: number }[];
}

const keptRefunds = 100;

export function emptyOrder(): Order {
  return {
    ...{ browser: null, server: null, statuses: new Map(), refunds: new Map() },
    ...{ serials: new Map(), warranties: new Map(), costs: new Map(), rate: null, fees: new Map() },
  };
}

/** Adds one report, in place. Neither the order of the calls matters nor their repetition. */
export function foldReport(order: Order, event: LogEvent): void {
  const { id, at, name, params } = event;
  if (name === 'refund') order.refunds.set(id, { at, id, value: refundOf(event) });
  const bought = name === 'purchase' || name === 'order_amended' ? boughtOf(event) : null;
  if (!isByServer(event)) {
    if (bought && name === 'purchase') order.browser = earlier(order.browser, { at, id, value: bought });
    return;
  }
  if (bought) order.server = later(order.server, { at, id, value: bought });
  const status = orderStatuses.find((known) => known === params?.status);
  if (status) addTime(order.statuses, status, at);
  if (typeof params?.rate === 'number') order.rate = later(order.rate, { at, id, value: params.rate });
  for (const fee of fees) {
    const amount = params?.[fee];
    if (typeof amount !== 'number' || !event.currency) continue;
    addSaid(order.fees, fee, { at, id, value: { amount, currency: event.currency } });
  }
  // What came back says nothing of what it was when it went out.
  if (name !== 'refund') foldDetails(order, event);
}

/** What a report tells of each product's pieces; of a product on several lines, of all of them together. */
function foldDetails(order: Order, { at, id, items = [], currency }: LogEvent): void {
  const said = <T>(value: T): Said<T> => ({ at, id, value });
  for (const product of new Set(items.map((item) => item.id))) {
    const lines = items.filter((item) => item.id === product);
    const serials = lines.flatMap((line) => line.serials ?? []);
    if (serials.length > 0) addSaid(order.serials, product, said(serials));
    const warranties = lines.flatMap(({ warrantyUntil }) => warrantyUntil ?? []);
    if (warranties.length > 0) addSaid(order.warranties, product, said(Math.max(...warranties)));
    const cost = meanCost(lines);
    if (cost !== null && currency) addSaid(order.costs, product, said({ amount: cost, currency }));
  }
}

/** Of one piece, by the quantities of the lines that say it. */
function meanCost(lines: readonly LogItem[]): number | null {
  let [pieces, total] = [0, 0];
  for (const { cost, quantity } of lines) {
    if (cost === undefined) continue;
    pieces += quantity;
    total += cost * quantity;
  }
  return pieces > 0 ? Math.round(total / pieces) : null;
}

/** All reports of both. Neither is changed. */
export function mergeOrders(a: Order, b: Order): Order {
  const sum = emptyOrder();
  for (const part of [a, b]) {
    sum.browser = earlier(sum.browser, part.browser);
    sum.server = later(sum.server, part.server);
    addAll(sum.statuses, part.statuses, addTime);
    addAll(sum.refunds, part.refunds, addSaid);
    addAll(sum.serials, part.serials, addSaid);
    addAll(sum.warranties, part.warranties, addSaid);
    addAll(sum.costs, part.costs, addSaid);
    sum.rate = later(sum.rate, part.rate);
    addAll(sum.fees, part.fees, addSaid);
  }
  return sum;
}

/** Canonical text: equal orders have equal text, whatever order their reports came in. */
export function encodeOrder(order: Order): string {
  const refunds = latestSaid([...order.refunds.values()], keptRefunds);
  return JSON.stringify({
    ...{ ...order, statuses: sorted(order.statuses), refunds },
    ...{ serials: sorted(order.serials), warranties: sorted(order.warranties), costs: sorted(order.costs) },
    fees: sorted(order.fees),
  });
}

export function decodeOrder(text: string): Order {
  const stored = JSON.parse(text) as Pick<Order, 'browser' | 'server' | 'rate'> & {
    statuses: [string, number][];
    refunds: Said<Refund>[];
    serials: [string, Said<string[]>][];
    warranties: [string, Said<number>][];
    costs: [string, Said<Money>][];
    fees: [Fee, Said<Money>][];
  };
  return {
    ...stored,
    statuses: new Map(stored.statuses),
    refunds: new Map(stored.refunds.map((refund) => [refund.id, refund])),
    serials: new Map(stored.serials),
    warranties: new Map(stored.warranties),
    costs: new Map(stored.costs),
    fees: new Map(stored.fees),
  };
}

/** What a page reports has the page; the shop's own systems have none, and no page can leave it out. */
function isByServer({ page }: LogEvent): boolean {
  return page === undefined;
}

function boughtOf(event: LogEvent): Bought | null {
  const { visitor, currency, value, items = [], params, came, client, forAnother } = event;
  if (!currency || value === undefined) return null;
  return {
    ...{ visitor, currency, value, items },
    ...amountOf('shipping', event),
    ...amountOf('discount', event),
    ...(came === undefined ? {} : { came }),
    ...(forAnother ? { forAnother } : {}),
    ...(client?.country === undefined ? {} : { country: client.country }),
    ...(client?.region === undefined ? {} : { region: client.region }),
    ...(typeof params?.placed === 'number' ? { placed: params.placed } : {}),
  };
}

/** A page says decimals, as it has them; the shop's own systems' were made minor units at the door. */
function amountOf(name: 'shipping' | 'discount', event: LogEvent): Partial<Record<typeof name, number>> {
  const said = event.params?.[name];
  if (typeof said !== 'number' && typeof said !== 'string') return {};
  const amount = isByServer(event) ? Number(said) : minorUnits(said, event.currency ?? '');
  return amount !== null && amount > 0 ? { [name]: amount } : {};
}

function refundOf(event: LogEvent): Refund {
  const { visitor, currency = null, value = null, items = [] } = event;
  return {
    visitor,
    byServer: isByServer(event),
    currency,
    value: value ?? (items.length > 0 ? worth(items) : null),
    items: items.map(({ id, quantity, price }) => ({ id, quantity, ...(price === undefined ? {} : { price }) })),
  };
}

function worth(items: readonly LogItem[]): number {
  return items.reduce((sum, { price = 0, quantity }) => sum + Math.round(price * quantity), 0);
}

function sorted<K extends string, V>(entries: ReadonlyMap<K, V>): [K, V][] {
  return [...entries].sort(([a], [b]) => compare(a, b));
}
