import type { Consent } from '../../snippet/protocol.ts';
import type { Channel } from '../acquisition/channel.ts';
import { packReceipt, unpackReceipt } from './packed-receipt.ts';
import type { Receipt } from './receipt.ts';

/** A fact as it is kept: checked, on the collector's clock, in minor units. */
export interface LogEvent {
  id: string;
  visitor: string;
  /** ms since 1970, UTC. */
  at: number;
  /** Google Analytics 4's name, or ours in the same form; `decision` is written by the collector alone. */
  name: string;
  page?: LogPage;
  /** ISO 4217; every amount of this event is in its minor units. */
  currency?: string;
  value?: number;
  items?: LogItem[];
  order?: string;
  term?: string;
  /** Who this is, as a verified key says; with the name that came with it. */
  identity?: Identity;
  /** What staff said of this visitor: joined to a key, or no longer. */
  edges?: Edge[];
  /** On `told`: the key of whom others tell something. */
  about?: string;
  facts?: Fact[];
  /** On `edited`: what staff has corrected. */
  edits?: Edited[];
  consent?: Consent;
  /** Done for somebody else: it says nothing of what this visitor likes. */
  forAnother?: true;
  /** On a `gift`. */
  gift?: GiftWord;
  /** On an `answer`. */
  answer?: Answered;
  /** On a `product_alert`, and a `product_alert_met`. */
  alert?: AlertWord;
  /** What is known of the browser; on the first event of a batch. */
  client?: Client;
  /** Whose address the batch came from, by the merchant's file; on the first event of a batch, beside `client`. */
  company?: Company;
  source?: Touch;
  /** On a `purchase`: what had led this visitor to the shop last, but for typed addresses. */
  came?: Channel;
  /** On what is done with a campaign that was shown. */
  shown?: Shown;
  /** On a `slot_view`: the products that stood in the slot as new. */
  news?: string[];
  /** On a `decision`. */
  receipts?: Receipt[];
  /** What the shop sent beyond the words above. */
  params?: Record<string, unknown>;
  simulated?: true;
}

export interface LogPage {
  id: string;
  path: string;
  title?: string;
  language?: string;
}

export interface LogItem {
  id: string;
  name?: string;
  category?: string;
  brand?: string;
  /** The quarter of its category's prices that its price was in, as the catalogue stood: 1 the lowest, 4 the highest. */
  band?: number;
  quantity: number;
  /** Of one piece. */
  price?: number;
  /** What one piece cost the shop. */
  cost?: number;
  serials?: string[];
  /** ms since 1970. */
  warrantyUntil?: number;
}

export const orderStatuses = ['placed', 'paid', 'packed', 'shipped', 'delivered', 'cancelled'] as const;

/** Further reports of an order: the order shows what they say, and they are no news of the visitor. */
export const quietNames: ReadonlySet<string> = new Set(['order_amended', 'order_details']);

/** What the collector writes down of what it did itself: no sign of life of the visitor, and nothing to learn about them. */
export const asideNames: ReadonlySet<string> = new Set(['decision', 'segment_enter', 'segment_leave']);

export type OrderStatus = (typeof orderStatuses)[number];

export interface Identity {
  /** The shop's customer number. */
  customer: string;
  name?: string;
  /** Verified by the shop; joins people as the number does. */
  email?: string;
  phone?: string;
  /** The assertion's own id: it speaks for one visitor only. */
  proof?: string;
  /** `signed`: a short-lived token of the shop's backend. `import`: the merchant's own order history. `server`: sent with a secret key. */
  evidence: 'signed' | 'import' | 'server';
}

/** What of a campaign was on the page. */
export interface Shown {
  campaign: string;
  variant: string;
  /** `slot`, or the kind of the overlay. */
  kind: string;
}

/** What somebody said of themselves to a question of the merchant's. */
export interface Answered {
  /** Key of the question, which the trait has too. */
  question: string;
  /** See `readAnswer`; the empty text takes an earlier answer back. */
  value: string;
  /** On a page, by the visitor; or told by the shop's server, as a call is. */
  by: 'visitor' | 'server';
}

/** What somebody wants to be told of a product, no longer wants to be, or has been told. */
export interface AlertWord {
  product: string;
  /** That it costs less, or is there again. */
  of: 'price' | 'stock';
  on: boolean;
  /** It has come to be so; written by the collector alone. */
  isMet?: true;
  /** What it cost then, in minor units of this currency. */
  price?: number;
  currency?: string;
  /** Where to write, and what was agreed to. It proves nothing of who they are. */
  email?: string;
  agreed?: string;
}

/** Whether somebody shops for another person from now on, until the visit ends. */
export interface GiftWord {
  on: boolean;
  /** The visitor's own word, or the collector's, where the visit is unlike what they like. */
  by: 'visitor' | 'likelihood';
  /** By how much it is unlike: the natural logarithm of how many times likelier anybody would have looked at this than they. */
  odds?: number;
  /** It says nothing new, but takes back what was told while it was said. */
  isRest?: true;
  /** What brings what the visit had said of their likings until then to what it shall say: key of an `Interest`, and how often. */
  tally: Partial<Record<'categories' | 'brands' | 'bands', [key: string, count: number][]>>;
  /** What the visit had been about until then. */
  products: string[];
}

/** What a source of the merchant's tells of somebody. */
export interface Fact {
  /** Key of a question, or the source's own word. */
  trait: string;
  /** See `readAnswer`; the empty text takes the source's earlier word back. */
  value: string;
  source: string;
}

/** What staff corrects of what is known of somebody. */
export interface Edited {
  trait: string;
  /** See `readAnswer`; the empty text says that nothing is to be known, null that nothing is corrected any more. */
  value: string | null;
  /** What was known before, by whoever said it. */
  before: string;
  /** What they had said themselves, or the shop's own systems had. */
  own: string;
  /** Where a correction of before stands again: when that was made, ms since 1970. */
  since?: number;
}

export interface Edge {
  key: string;
  joins: boolean;
}

export interface Client {
  browser?: string;
  os?: string;
  device?: Device;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** ISO 3166-2, of that country. */
  region?: string;
  /** Minutes by which its clock is ahead of UTC. */
  offset?: number;
}

export interface Company {
  name: string;
  domain?: string;
  industry?: string;
  /** As the merchant's file says it: `51-200`. */
  size?: string;
}

export type Device = 'desktop' | 'phone' | 'tablet';

/** Where a visit came from. */
export interface Touch {
  source: string;
  medium: string;
  /** Not on what was kept before there were channels. */
  channel?: Channel;
  campaign?: string;
  /** What was searched for, or the keyword that an advertiser paid for. */
  term?: string;
  content?: string;
  /** The parameter of a network's click, `gclid`; and its value where the visitor allows marketing. */
  click?: string;
  clickId?: string;
  /** Path of the first page. */
  landing: string;
}

/** One row of the log: id, visitor, at, name, and the rest of the event as JSON. */
export type LogRow = [id: string, visitor: string, at: number, name: string, body: string];

export function toRow({ id, visitor, at, name, ...body }: LogEvent): LogRow {
  const { receipts } = body;
  const kept = receipts === undefined ? body : { ...body, receipts: receipts.map(packReceipt) };
  return [id, visitor, at, name, JSON.stringify(kept)];
}

/** The event of a stored row: id, visitor, at, name, body as text. */
export function fromRow(row: readonly unknown[]): LogEvent {
  const [id, visitor, at, name, body] = row as LogRow;
  const event: LogEvent = { id, visitor, at, name, ...(JSON.parse(body) as object) };
  if (event.receipts) event.receipts = event.receipts.map(unpackReceipt);
  return event;
}
