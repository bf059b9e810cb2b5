import { type LogEvent, type LogItem, orderStatuses } from '../log/log-event.ts';
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
  /** Product -> what became known of its pieces. */
  pieces: Map<string, Said<Pick<LogItem, 'serials' | 'warrantyUntil'>>>;
}

export interface Bought {
  visitor: string;
  currency: string;
  value: number;
  items: LogItem[];
  /** What one unit of `currency` was worth in the shop's own, on the order's day. */
  rate?: number;
}

interface Refund {
  visitor: string;
  byServer: boolean;
  currency: string | null;
  /** Null for the whole order. */
  value: number | null;
  items: { id: string; quantity: number }[];
}

const keptRefunds = 100;

export function emptyOrder(): Order {
  return { browser: null, server: null, statuses: new Map(), refunds: new Map(), pieces: new Map() };
}

/** Adds one report, in place. Neither the order of the calls matters nor their repetition. */
export function foldReport(order: Order, event: LogEvent): void {
  const { id, at, name, params, items = [] } = event;
  if (name === 'refund') order.refunds.set(id, { at, id, value: refundOf(event) });
  const bought = name === 'purchase' ? boughtOf(event) : null;
  if (!isByServer(event)) {
    if (bought) order.browser = earlier(order.browser, { at, id, value: bought });
    return;
  }
  if (bought) order.server = later(order.server, { at, id, value: bought });
  const status = orderStatuses.find((known) => known === params?.status);
  if (status) addTime(order.statuses, status, at);
  for (const { id: product, serials, warrantyUntil } of items) {
    if (serials === undefined && warrantyUntil === undefined) continue;
    const value = {
      ...(serials === undefined ? {} : { serials }),
      ...(warrantyUntil === undefined ? {} : { warrantyUntil }),
    };
    addSaid(order.pieces, product, { at, id, value });
  }
}

/** All reports of both. Neither is changed. */
export function mergeOrders(a: Order, b: Order): Order {
  const sum = emptyOrder();
  for (const part of [a, b]) {
    sum.browser = earlier(sum.browser, part.browser);
    sum.server = later(sum.server, part.server);
    addAll(sum.statuses, part.statuses, addTime);
    addAll(sum.refunds, part.refunds, addSaid);
    addAll(sum.pieces, part.pieces, addSaid);
  }
  return sum;
}

/** Canonical text: equal orders have equal text, whatever order their reports came in. */
export function encodeOrder(order: Order): string {
  const refunds = latestSaid([...order.refunds.values()], keptRefunds);
  return JSON.stringify({ ...order, statuses: sorted(order.statuses), refunds, pieces: sorted(order.pieces) });
}

export function decodeOrder(text: string): Order {
  const stored = JSON.parse(text) as Omit<Order, 'statuses' | 'refunds' | 'pieces'> & {
    statuses: [string, number][];
    refunds: Said<Refund>[];
    pieces: [string, Said<Pick<LogItem, 'serials' | 'warrantyUntil'>>][];
  };
  return {
    ...stored,
    statuses: new Map(stored.statuses),
    refunds: new Map(stored.refunds.map((refund) => [refund.id, refund])),
    pieces: new Map(stored.pieces),
  };
}

/** What a page reports has the page; the shop's own systems have none, and no page can leave it out. */
function isByServer({ page }: LogEvent): boolean {
  return page === undefined;
}

function boughtOf({ visitor, currency, value, items = [], params }: LogEvent): Bought | null {
  if (!currency || value === undefined) return null;
  return { visitor, currency, value, items, ...(typeof params?.rate === 'number' ? { rate: params.rate } : {}) };
}

function refundOf(event: LogEvent): Refund {
  const { visitor, currency = null, value = null, items = [] } = event;
  return {
    visitor,
    byServer: isByServer(event),
    currency,
    value: value ?? (items.length > 0 ? worth(items) : null),
    items: items.map(({ id, quantity }) => ({ id, quantity })),
  };
}

function worth(items: readonly LogItem[]): number {
  return items.reduce((sum, { price = 0, quantity }) => sum + Math.round(price * quantity), 0);
}

function sorted<V>(entries: ReadonlyMap<string, V>): [string, V][] {
  return [...entries].sort(([a], [b]) => compare(a, b));
}
