import type { LogEvent, LogItem } from '../log/log-event.ts';
import type { Fee } from './order.ts';

/** What the shop says an order is. */
export interface OrderContent
  extends Required<Pick<LogEvent, 'visitor' | 'currency' | 'value' | 'items' | 'order'>>,
    Pick<LogEvent, 'identity' | 'client'> {
  /** Tax, shipping and the like, in minor units. */
  params: Record<string, unknown>;
}

interface Report {
  content: OrderContent;
  /** When it was placed, and since when it is as this report says; ms since 1970. */
  placed: number;
  revised: number;
  rate?: number | undefined;
  /** What else the order cost the shop, in minor units. */
  fees?: Partial<Record<Fee, number>>;
}

/**
 * The facts of one report of an order by the shop's own systems. The order is bought once. A report of a later time says what it
 * has become; what is known of pieces stands apart, since a system that does not know it takes nothing away. Each has an id by what it
 * says and of when, so that the same report says nothing new, and any order of reports gives the same order.
 */
export function reportEvents({ content, placed, revised, rate, fees = {} }: Report): LogEvent[] {
  const { params, ...said } = content;
  const id = `order:${content.order}`;
  const items = content.items.map(({ cost: _, serials: __, warrantyUntil: ___, ...item }) => item);
  const plain = { ...said, items };
  const events: LogEvent[] = [{ id: `${id}:server`, at: placed, name: 'purchase', ...plain, ...paramsOf(params) }];
  if (revised > placed)
    events.push({
      ...{ id: `${id}:lines:${revised}:${fingerprint([plain, params, placed])}`, at: revised, name: 'order_amended' },
      ...{ ...plain, params: { ...params, placed } },
    });
  const details = content.items.flatMap(detailOf);
  const sums = { ...(rate === undefined ? {} : { rate }), ...fees };
  if (details.length > 0 || Object.keys(sums).length > 0) {
    const { visitor, order, currency } = content;
    events.push({
      ...{
        id: `${id}:details:${revised}:${fingerprint([details, currency, sums])}`,
        at: revised,
        name: 'order_details',
      },
      ...{ visitor, order, currency, items: details, ...paramsOf(sums) },
    });
  }
  return events;
}

function detailOf({ id, quantity, cost, serials, warrantyUntil }: LogItem): LogItem[] {
  if (cost === undefined && serials === undefined && warrantyUntil === undefined) return [];
  return [
    {
      ...{ id, quantity },
      ...(cost === undefined ? {} : { cost }),
      ...(serials === undefined ? {} : { serials }),
      ...(warrantyUntil === undefined ? {} : { warrantyUntil }),
    },
  ];
}

function paramsOf(params: Record<string, unknown>): Pick<LogEvent, 'params'> {
  return Object.keys(params).length === 0 ? {} : { params };
}

/** Tells reports of one order and moment apart: FNV-1a of 32 bits (Fowler, Noll, Vo; draft-eastlake-fnv). */
function fingerprint(content: unknown): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify(content))) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}
