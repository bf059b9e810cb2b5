import type { Channel } from '../acquisition/channel.ts';
import { type LogItem, type OrderStatus, orderStatuses } from '../log/log-event.ts';
import type { Money } from '../money.ts';
import { compareSaid, type Said } from '../profiles/lattice.ts';
import type { Bought, Fee, Order } from './order.ts';

/** How an order stands, as its reports say together. Amounts in minor units of its own currency. */
export interface OrderState {
  /** Whose it is; null for someone without a profile. */
  visitor: string | null;
  /** ms since 1970. */
  at: number;
  /** Null for what only a refund is known of. */
  status: OrderStatus | null;
  /** Every status that was reported, with its time, oldest first. */
  steps: { status: OrderStatus; at: number }[];
  currency: string | null;
  /** Null as long as nobody has said what was bought. */
  gross: number | null;
  refunded: number;
  /** The shop's own systems have reported it, not only a page. */
  confirmed: boolean;
  /** What one unit of `currency` was worth in the shop's own that day. */
  rate: number | null;
  /** By which channel the visitor had come; null where no page has reported it, or nothing led there. */
  came: Channel | null;
  /** It was said of the visit that it is for somebody else; only a page can tell. */
  forAnother: boolean;
  /** ISO 3166-1 and 3166-2; null where nobody has told. */
  country: string | null;
  region: string | null;
  /** What the customer paid for the delivery, and by how much the prices were lowered; neither is in `gross`. */
  shipping: number;
  discount: number;
  /** What else the order cost the shop, as far as its systems have told. */
  fees: Partial<Record<Fee, Money>>;
  lines: OrderLineState[];
  /** What came back of an order that nobody has reported: some shops number their returns as orders. */
  loose: { id: string; quantity: number; price: number | null }[];
}

export interface OrderLineState {
  id: string;
  name: string | null;
  quantity: number;
  returned: number;
  price: number | null;
  /** What one piece cost, as the order's reports say it. */
  cost: Money | null;
  serials: string[];
  warrantyUntil: number | null;
}

/** The shop's own word wins over the page's, whichever came first: of what was bought, and of what was given back. */
export function orderState(order: Order): OrderState {
  const said = order.server ?? order.browser;
  const bought = said?.value ?? null;
  const steps = stepsOf(order);
  const status = steps.at(-1)?.status ?? null;
  const refunds = refundsOf(order);
  const currency = bought?.currency ?? refunds.find(({ value }) => value.currency !== null)?.value.currency ?? null;
  const returned = new Map<string, number>();
  for (const { value } of refunds) {
    const items = value.value === null && value.items.length === 0 ? (bought?.items ?? []) : value.items;
    for (const { id, quantity } of items) returned.set(id, (returned.get(id) ?? 0) + quantity);
  }
  return {
    visitor: ownerOf(order),
    at: placedAt(said) ?? refunds[0]?.at ?? steps[0]?.at ?? 0,
    status,
    steps,
    currency,
    gross: bought?.value ?? null,
    // What was cancelled brought nothing, whatever was paid back by then.
    refunded: status === 'cancelled' ? (bought?.value ?? 0) : refundedOf(refunds, bought, currency),
    confirmed: order.server !== null,
    rate: order.rate?.value ?? null,
    came: order.browser?.value.came ?? null,
    forAnother: order.browser?.value.forAnother === true,
    ...placeOf(order),
    shipping: bought?.shipping ?? 0,
    discount: bought?.discount ?? 0,
    fees: Object.fromEntries([...order.fees].map(([fee, { value }]) => [fee, value])),
    lines: linesOf(bought?.items ?? [], returned, order),
    loose: bought
      ? []
      : refunds.flatMap(({ value }) => value.items.map((item) => ({ ...item, price: item.price ?? null }))),
  };
}

/** Where the shop says that it went, else from where it was placed: only a browser's address tells a region. */
function placeOf({ server, browser }: Order): Pick<OrderState, 'country' | 'region'> {
  const country = server?.value.country ?? browser?.value.country ?? null;
  const region = country !== null && country === browser?.value.country ? (browser.value.region ?? null) : null;
  return { country, region };
}

function stepsOf({ statuses, server, browser }: Order): OrderState['steps'] {
  const placed = placedAt(server ?? browser);
  const steps: OrderState['steps'] = [];
  for (const status of orderStatuses) {
    const at = statuses.get(status) ?? (status === 'placed' ? placed : undefined);
    if (at !== undefined) steps.push({ status, at });
  }
  // At one moment, the later stage of an order's life.
  return steps.sort((a, b) => a.at - b.at);
}

function placedAt(said: Said<Bought> | null): number | undefined {
  return said?.value.placed ?? said?.at;
}

/** A page's word only where the shop's own systems have said nothing of the order: anyone can open a page. */
function refundsOf({ refunds, server }: Order) {
  const all = [...refunds.values()].sort(compareSaid);
  const own = all.filter(({ value }) => value.byServer);
  return server || own.length > 0 ? own : all;
}

/** A refund in another currency than the order's is kept, and not added to what it cannot be added to. */
function refundedOf(refunds: ReturnType<typeof refundsOf>, bought: Bought | null, of: string | null): number {
  return refunds.reduce((sum, { value: { value, currency } }) => {
    if (value === null) return sum + (bought?.value ?? 0);
    return currency === null || currency === of ? sum + value : sum;
  }, 0);
}

/** The customer whom the shop names, else the device that placed it. */
function ownerOf(order: Order): string | null {
  const tellers = [order.server?.value.visitor, order.browser?.value.visitor];
  for (const { value } of refundsOf(order)) tellers.push(value.visitor);
  return tellers.find((visitor) => visitor !== undefined && !visitor.startsWith('~')) ?? null;
}

/** A product on several lines is one line each; what came back, and the serial numbers, are dealt out from the first one on. */
function linesOf(items: readonly LogItem[], returned: Map<string, number>, order: Order): OrderLineState[] {
  const serials = new Map([...order.serials].map(([id, { value }]) => [id, [...value]]));
  const isLast = (place: number, id: string) => !items.some((item, other) => other > place && item.id === id);
  return items.map(({ id, name, quantity, price }, place) => {
    const back = Math.min(quantity, returned.get(id) ?? 0);
    returned.set(id, (returned.get(id) ?? 0) - back);
    const pieces = isLast(place, id) ? Number.POSITIVE_INFINITY : Math.ceil(quantity);
    return {
      id,
      name: name ?? null,
      quantity,
      returned: back,
      price: price ?? null,
      cost: order.costs.get(id)?.value ?? null,
      serials: serials.get(id)?.splice(0, pieces) ?? [],
      warrantyUntil: order.warranties.get(id)?.value ?? null,
    };
  });
}
