import type { OrderStatus } from '../log/log-event.ts';
import type { OrderState } from '../orders/order-state.ts';

/** How long this shop takes, as its own orders say, for 19 of 20 of them; ms. Null where it does not report such steps. */
export interface UsualWaits {
  /** From paid to sent. */
  toSend: number | null;
  /** From sent to delivered. */
  toArrive: number | null;
}

type Stepped = Pick<OrderState, 'status' | 'steps'>;

export interface LateParcel {
  order: string;
  /** Sent and not known to have arrived; or paid, and not sent. */
  is: 'sent' | 'paid';
  /** Days since then, whole. */
  days: number;
}

export const unknownWaits: UsualWaits = { toSend: null, toArrive: null };

const day = 86_400_000;
/** Of which 19 of 20 can be told; fewer say only that the shop reports it. */
const enough = 20;
const quantile = 0.95;
/** Where too few are known. */
const rough = { toSend: 7 * day, toArrive: 14 * day };
/** Nobody is late by a weekend. */
const least = 3 * day;
/** After which a parcel is no longer expected, whatever was reported of it. */
const settled = 180 * day;

/** Of orders that are old enough for the slow ones to have come, too. */
export function usualWaits(orders: readonly Stepped[]): UsualWaits {
  const waits = (from: readonly OrderStatus[], to: OrderStatus) =>
    orders.flatMap(({ steps }) => {
      const [begun, ended] = [timeOf(steps, from), timeOf(steps, [to])];
      return begun === null || ended === null || ended < begun ? [] : [ended - begun];
    });
  return {
    toSend: usual(waits(paid, 'shipped'), rough.toSend),
    toArrive: usual(waits(['shipped'], 'delivered'), rough.toArrive),
  };
}

/** The first of these orders that is later than usual; null where none is. `now` in ms. */
export function lateParcel(
  orders: readonly (Stepped & { id: string })[],
  usual: UsualWaits,
  now: number,
): LateParcel | null {
  for (const order of orders) {
    const wait = waitOf(order, usual);
    if (!wait) continue;
    const waited = now - wait.since;
    if (waited > wait.usual && waited < settled)
      return { order: order.id, is: wait.is, days: Math.floor(waited / day) };
  }
  return null;
}

/** By when 19 of 20 orders that stand as this one does have come further, ms since 1970; null where nothing is waited for, or that is not known. */
export function expectedBy(order: Stepped, usual: UsualWaits): number | null {
  const wait = waitOf(order, usual);
  return wait && wait.since + wait.usual;
}

function waitOf(
  { status, steps }: Stepped,
  { toSend, toArrive }: UsualWaits,
): { is: LateParcel['is']; since: number; usual: number } | null {
  const isSent = status === 'shipped';
  if (!isSent && !paid.some((one) => one === status)) return null;
  const since = timeOf(steps, isSent ? ['shipped'] : paid);
  const usual = isSent ? toArrive : toSend;
  return since === null || usual === null ? null : { is: isSent ? 'sent' : 'paid', since, usual };
}

/** What is only placed may wait for its money. */
const paid: readonly OrderStatus[] = ['paid', 'packed'];

function timeOf(steps: Stepped['steps'], wanted: readonly OrderStatus[]): number | null {
  return steps.find(({ status }) => wanted.includes(status))?.at ?? null;
}

function usual(waits: number[], otherwise: number): number | null {
  if (waits.length === 0) return null;
  if (waits.length < enough) return otherwise;
  const sorted = waits.sort((a, b) => a - b);
  return Math.max(least, sorted[Math.ceil(quantile * sorted.length) - 1] ?? otherwise);
}
