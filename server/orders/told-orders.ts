import type { LogEvent } from '../log/log-event.ts';

/** Orders that somebody says to have placed, who may say so again. */
export function ordersOf(events: readonly LogEvent[]): string[] {
  return events.flatMap(({ name, order }) => (name === 'purchase' && order !== undefined ? [order] : []));
}

/** `placed`: orders that are known already. */
export function isNewOrder({ name, order }: LogEvent, placed: ReadonlySet<string>): boolean {
  return name === 'purchase' && (order === undefined || !placed.has(order));
}
