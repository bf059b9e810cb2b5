import { readAlert } from '../alerts/read-alert.ts';
import type { CampaignBook } from '../campaigns/campaign-book.ts';
import { shownBy } from '../campaigns/shown.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { described } from '../catalog/described.ts';
import {
  type Answered,
  asideNames,
  type GiftWord,
  type LogEvent,
  type LogItem,
  type LogPage,
} from '../log/log-event.ts';
import { isCurrency, minorUnits } from '../money.ts';
import type { QuestionBook } from '../questions/question-book.ts';
import { readAnswer } from '../questions/read-answer.ts';
import { Refused } from '../refused.ts';
import { seenEvents } from '../seen/seen-book.ts';
import type { WireEvent } from './schema.ts';

type WireItem = NonNullable<NonNullable<WireEvent['params']>['items']>[number];

export interface Wire {
  page: LogPage;
  /** The collector's clock, and the browser's as the batch left it; ms since 1970. */
  received: number;
  sent: number;
  currency: string;
  catalog: Catalog;
  questions: Pick<QuestionBook, 'get'>;
  campaigns: Pick<CampaignBook, 'current'>;
  /** Who tells this. */
  by: Answered['by'];
  /** Believe `simulated: true`, as only a demo shop does. */
  demo: boolean;
}

/** What the collector says itself and no page may. */
const reserved = new Set<string>([
  ...asideNames,
  'erased',
  'handover',
  'told',
  'edited',
  'product_alert_met',
  'identity_merge',
  'identity_unmerge',
  ...Object.values(seenEvents),
]);
const oldest = 30 * 86_400_000;
const tolerance = 60_000;
/** The last moment that a `Date` can be, ms since 1970 (ECMA-262, 21.4.1.1). */
const lastDate = 8.64e15;

/** The fact behind an event of the wire, without its visitor: on our clock, in minor units, in the catalogue's words. */
export function toLogEvent({ id, name, time, params = {} }: WireEvent, wire: Wire): Omit<LogEvent, 'visitor'> {
  if (reserved.has(name)) throw new Refused('name', `"${name}" is written by the collector only`);
  const { items, currency, value, transaction_id, search_term, identity, simulated, ...more } = params;
  const of = currency ?? wire.currency;
  if (!isCurrency(of)) throw new Refused('params.currency', `"${of}" is not an ISO 4217 currency`);
  const lines = items?.map((item, index) => lineOf(item, index, of, wire));
  const amount = value === undefined ? (name === 'purchase' ? sum(lines) : undefined) : minorUnits(value, of);
  if (amount === null) throw new Refused('params.value', `"${value}" is not an amount`);
  const order = transaction_id === undefined ? undefined : String(transaction_id);
  if (name === 'purchase' && order === undefined)
    throw new Refused('params.transaction_id', 'a purchase needs its order id');
  const fact: Omit<LogEvent, 'visitor'> = {
    // The order's own id: a thank-you page that is opened again says nothing new. Without a second colon, which is the
    // shop's own systems': no page takes the id of their report (`order:7001:server`).
    id: name === 'purchase' ? `order:${order?.replaceAll(':', '%3A')}` : id,
    at: timeOf(time, wire),
    name,
    page: wire.page,
  };
  if (lines || amount !== undefined) fact.currency = of;
  if (amount !== undefined) fact.value = amount;
  if (lines) fact.items = lines;
  if (order !== undefined) fact.order = order;
  if (search_term !== undefined) fact.term = search_term;
  if (name === 'gift') fact.gift = giftIn(more.on);
  else if (name === 'product_alert') fact.alert = readAlert(more, wire.catalog);
  else if (name === 'answer') fact.answer = { ...readAnswer(more, wire.questions), by: wire.by };
  else if (Object.keys(more).length > 0) fact.params = more;
  if (name.startsWith('slot_') || name === 'answer' || name === 'product_alert') {
    const shown = shownBy(more.decision, wire.campaigns.current);
    if (shown) fact.shown = shown;
  }
  if (wire.demo && simulated === true) fact.simulated = true;
  return fact;
}

function giftIn(on: unknown): GiftWord {
  if (typeof on !== 'boolean') throw new Refused('params.on', 'whether they shop for somebody else: true or false');
  return { on, by: 'visitor', tally: {}, products: [] };
}

/** The browser's time moved onto our clock by what the two differed as the batch left. */
function timeOf(time: number, { received, sent }: Wire): number {
  if (time > sent + tolerance)
    throw new Refused(
      'time',
      `${new Date(Math.min(time, lastDate)).toISOString()} lies after the moment at which it was sent`,
    );
  const at = Math.min(received, received - (sent - time));
  if (at < received - oldest) throw new Refused('time', 'it is older than 30 days; import it instead');
  return at;
}

function lineOf(item: WireItem, index: number, currency: string, { catalog, received }: Wire): LogItem {
  const id = String(item.item_id);
  const price = item.price === undefined ? undefined : minorUnits(item.price, currency);
  if (price === null) throw new Refused(`params.items.${index}.price`, `"${item.price}" is not an amount`);
  // The catalogue's own name need not be said again with every event.
  const name = item.item_name === catalog.get(id)?.name ? undefined : item.item_name;
  const line: LogItem = { id, quantity: item.quantity ?? 1, ...described(id, item, catalog, received) };
  if (name !== undefined) line.name = name.slice(0, 200);
  if (price !== undefined) line.price = price;
  return line;
}

function sum(lines: LogItem[] | undefined): number | undefined {
  return lines?.reduce((total, { price = 0, quantity }) => total + Math.round(price * quantity), 0);
}
