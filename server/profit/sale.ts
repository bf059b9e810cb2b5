import type { Channel } from '../acquisition/channel.ts';
import type { Money } from '../money.ts';
import type { Fee } from '../orders/order.ts';
import type { OrderState } from '../orders/order-state.ts';

/** What an order, or a return that the shop numbers as one, has to do with profit. Amounts in minor units of `currency`. */
export interface Sale {
  id: string;
  /** ms since 1970, and the day in the shop's zone. */
  at: number;
  day: string;
  /** Null for nobody known. */
  visitor: string | null;
  came: Channel | null;
  /** ISO 3166-2 where it is known, else ISO 3166-1. */
  region: string | null;
  currency: string;
  rate: number | null;
  /** Nobody has reported what was bought: only that something came back. */
  isReturn: boolean;
  isCancelled: boolean;
  wasSent: boolean;
  /** All four are 0 of what was cancelled. */
  gross: number;
  discount: number;
  refunded: number;
  shipping: number;
  fees: Partial<Record<Fee, Money>>;
  lines: SaleLine[];
}

export interface SaleLine {
  product: string | null;
  quantity: number;
  returned: number;
  price: number;
  /** Of one piece, where a report of the order says it. */
  cost: Money | null;
}

/** Null for an order of which nobody has said yet what it was worth. */
export function saleOf(id: string, order: OrderState, dayOf: (at: number) => string): Sale | null {
  const { at, visitor, came, currency, gross, refunded, status } = order;
  if (currency === null || (gross === null && refunded === 0)) return null;
  const isCancelled = status === 'cancelled';
  const { rate, fees } = order;
  return {
    id,
    at,
    day: dayOf(at),
    visitor,
    came,
    region: order.region ?? order.country,
    currency,
    rate,
    isReturn: gross === null,
    isCancelled,
    wasSent: gross !== null && (!isCancelled || order.steps.some((step) => /^(shipped|delivered)$/.test(step.status))),
    gross: isCancelled ? 0 : (gross ?? 0),
    discount: isCancelled ? 0 : order.discount,
    refunded: isCancelled ? 0 : refunded,
    shipping: isCancelled ? 0 : order.shipping,
    fees,
    lines: linesOf(order, isCancelled),
  };
}

/** Of an order that nobody tells the lines of there is one of no known product; what was cancelled has not left the shop. */
function linesOf({ lines, loose }: OrderState, isCancelled: boolean): SaleLine[] {
  const all: SaleLine[] = [];
  for (const { id, quantity, returned, price, cost } of lines)
    all.push({ product: id, quantity, returned: isCancelled ? quantity : returned, price: price ?? 0, cost });
  for (const { id, quantity, price } of loose)
    all.push({ product: id, quantity: 0, returned: quantity, price: price ?? 0, cost: null });
  return all.length > 0 ? all : [{ product: null, quantity: 0, returned: 0, price: 0, cost: null }];
}
