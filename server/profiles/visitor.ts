import type { Consent } from '../../snippet/protocol.ts';
import type { Channel } from '../acquisition/channel.ts';
import type { Device, GiftWord, OrderStatus } from '../log/log-event.ts';
import type { Receipt } from '../log/receipt.ts';
import type { Money } from '../money.ts';
import type { Question } from '../questions/question.ts';
import type { CartState } from './cart-state.ts';
import type { Dimension } from './interest.ts';
import type { Liking } from './likings.ts';

/** A line of the admin's list of visitors. Times are ms since 1970. */
export interface VisitorRow {
  id: string;
  /** Name from the shop's signed word; null for someone unknown. */
  who: string | null;
  /** The shop's customer number. */
  customer: string | null;
  country: string | null;
  firstSeen: number;
  lastSeen: number;
  views: number;
  orders: number;
  /** After refunds; one entry a currency. */
  net: Money[];
  simulated: boolean;
}

/** Everything the admin shows of one person, all devices joined. */
export interface Visitor extends VisitorRow {
  language: string | null;
  device: Device | null;
  browser: string | null;
  os: string | null;
  /** ISO 3166-2. */
  region: string | null;
  firstTouch: TouchView | null;
  /** The newest one that is not a typed address; null where there is none. */
  lastTouch: TouchView | null;
  /** Minutes by which their clock is ahead of UTC; null where no browser has said. */
  offset: number | null;
  /** The last word about consent; null where none is known. */
  consent: Consent | null;
  /** Each change of it on one of the devices, newest first, at most 20. */
  consentHistory: { at: number; consent: Consent }[];
  /** Visits in the last 90 days: runs of activity with gaps under 30 minutes. */
  visits: number;
  /** The 30 days up to today in UTC, oldest first. */
  days: { day: string; views: number }[];
  gross: Money[];
  lastOrder: number | null;
  cart: ItemLine[];
  /** What is liked, strongest first. */
  affinities: Record<Dimension, Liking[]>;
  /** The wish list, what was put there last first. */
  wishes: { id: string; name: string | null; at: number }[];
  /** What they wait for of products, or have been told of; the newest first. */
  alerts: { id: string; name: string | null; of: 'price' | 'stock'; isMet: boolean; at: number }[];
  viewed: { id: string; name: string | null; at: number }[];
  bought: { id: string; name: string | null; at: number }[];
  /** `value` as `readAnswer` keeps it; null where the question is no longer asked. */
  traits: TraitView[];
  /** The visitors that verified keys join to this person. */
  devices: { visitor: string; since: number; evidence: string }[];
  cartState: CartState;
  /** The latest ones, newest first. */
  orderList: OrderView[];
}

export interface TraitView {
  key: string;
  value: string;
  at: number;
  /** `visitor`, `server`, `staff`, an evidence, or the id of a source of the merchant's. */
  source: string;
  /** A source's word that is older than the source is believed: it counts for nothing. */
  isStale: boolean;
  /** What they had said themselves, where the staff's correction stands in its place. */
  own: { value: string; at: number; source: string } | null;
  /** What staff had corrected it to, where they said something else themselves later. */
  corrected: { value: string; at: number } | null;
  question: Question | null;
}

/** A trait as staff changed it: empty where nothing was known, or is to be; null where a correction was taken back. */
export interface TraitEdit {
  trait: string;
  before: string;
  value: string | null;
  question: Question | null;
}

export interface OrderView {
  id: string;
  at: number;
  /** Null for what only a refund is known of. */
  status: OrderStatus | null;
  /** Every status that was reported, oldest first. */
  steps: { status: OrderStatus; at: number }[];
  /** Null as long as nobody has said what was bought. */
  gross: Money | null;
  refunded: Money | null;
  /** The shop's own systems have reported it, not only a page. */
  confirmed: boolean;
  /** Of what the customer keeps, in the order's currency; null as long as the cost of a line is unknown. */
  cost: Money | null;
  /** After refunds and costs, without shipping and tax. */
  margin: Money | null;
  /** How many lines have no cost. */
  uncosted: number;
  /** Null for an order in the shop's own currency. */
  abroad: OrderAbroad | null;
  lines: OrderLine[];
}

/** An order of another currency in the shop's own, by the rate of its day; null as long as nobody has told that. */
export interface OrderAbroad {
  /** What one unit of the order's currency was worth. */
  rate: number | null;
  /** After refunds. */
  net: Money | null;
  margin: Money | null;
}

interface OrderLine extends ItemLine {
  /** Of one piece, in the order's currency. */
  cost: Money | null;
  costFrom: 'order' | 'catalogue' | null;
  returned: number;
  serials: string[];
  /** ms since 1970. */
  warrantyUntil: number | null;
}

/** Where a visit came from. */
export interface TouchView {
  at: number;
  channel: Channel;
  source: string;
  medium: string;
  campaign: string | null;
  term: string | null;
  /** Path of the page that was opened. */
  landing: string;
}

export interface ItemLine {
  id: string;
  name: string | null;
  quantity: number;
  price: Money | null;
}

/** One entry of a person's timeline, newest first. */
export interface TimelineEntry {
  id: string;
  at: number;
  name: string;
  visitor: string;
  page: { path: string; title: string | null } | null;
  /** Whose address it came from, on the first event of a batch. */
  company: string | null;
  items: ItemLine[];
  value: Money | null;
  order: string | null;
  /** What was searched for; the name of the segment that was entered or left. */
  term: string | null;
  /** For `gift` entries. */
  gift: (Pick<GiftWord, 'on' | 'by'> & { odds: number | null }) | null;
  /** For `edited` entries. */
  edits: TraitEdit[];
  /** For `decision` entries: what was shown and why, one receipt a slot. */
  receipts: Receipt[];
  /** Product -> name, for the products that the receipts speak of. */
  names: Record<string, string>;
}
