import { type LogEvent, type LogItem, orderStatuses } from '../log/log-event.ts';
import { fees, type Order } from '../orders/order.ts';
import { orderReports } from '../orders/order-book.ts';
import { nobody } from '../orders/orders.ts';
import type { Said } from '../profiles/lattice.ts';

/**
 * What stays of someone who is erased. An order that was placed, changed or given back stays a fact of the shop's books under the
 * shop's own order number (its sales are the sum of them, and the same report may come again), but of nobody: when, which products,
 * how much. All else goes.
 */

const numbers: readonly string[] = ['tax', 'shipping', 'discount', 'rate', 'placed', ...fees];

/** As a page may write an amount. */
const decimal = /^[\d.,\s]{1,30}$/;

/** The event without the person; null where nothing may stay of it. */
export function anonymousEvent({ id, at, name, order, ...event }: LogEvent): LogEvent | null {
  if (order === undefined || !orderReports.has(name)) return null;
  const { page, currency, value, items, params, client, came, simulated } = event;
  const kept = params && Object.entries(params).filter(([word, said]) => isCountable(word, said));
  return {
    id,
    visitor: nobody,
    at,
    name,
    // That there is one says that the browser reported it.
    ...(page ? { page: { id: '', path: '' } } : {}),
    ...(currency === undefined ? {} : { currency }),
    ...(value === undefined ? {} : { value }),
    ...(items ? { items: items.map(anonymousItem) } : {}),
    order,
    ...(came === undefined ? {} : { came }),
    ...(kept && kept.length > 0 ? { params: Object.fromEntries(kept) } : {}),
    ...(client?.country ? { client: { country: client.country } } : {}),
    ...(simulated ? { simulated } : {}),
  };
}

/** The order as the fold of its reports is, when those with these ids have become anonymous. */
export function anonymousOrder(order: Order, ids: ReadonlySet<string>): Order {
  const strip = <T extends { visitor: string }>(said: Said<T>, more: (value: T) => T): Said<T> =>
    ids.has(said.id) ? { ...said, value: more({ ...said.value, visitor: nobody }) } : said;
  const bought = (said: Order['browser']) =>
    said && strip(said, ({ region: _, ...value }) => ({ ...value, items: value.items.map(anonymousItem) }));
  return {
    ...order,
    browser: bought(order.browser),
    server: bought(order.server),
    refunds: new Map([...order.refunds].map(([id, said]) => [id, strip(said, (value) => value)])),
    serials: withoutSaid(order.serials, ids),
    warranties: withoutSaid(order.warranties, ids),
  };
}

function withoutSaid<T>(all: ReadonlyMap<string, Said<T>>, ids: ReadonlySet<string>): Map<string, Said<T>> {
  return new Map([...all].filter(([, { id }]) => !ids.has(id)));
}

/** Not its name, which may be the customer's own words; nor the numbers of its pieces. */
function anonymousItem({ id, category, quantity, price, cost }: LogItem): LogItem {
  return {
    id,
    ...(category === undefined ? {} : { category }),
    quantity,
    ...(price === undefined ? {} : { price }),
    ...(cost === undefined ? {} : { cost }),
  };
}

function isCountable(word: string, said: unknown): boolean {
  if (word === 'status') return orderStatuses.some((status) => status === said);
  return numbers.includes(word) && (typeof said === 'number' || (typeof said === 'string' && decimal.test(said)));
}
