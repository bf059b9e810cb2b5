/**
 * What the snippet sends and gets: the one contract between a shop's page and the collector. Types only.
 * The collector's schema is proved equal to these types by the compiler, so a field added on one side fails the build.
 */

/** Body of `POST /v1/collect`, sent as text so that no browser asks for a preflight. At most 64 KiB and 100 events. */
export interface Batch {
  /** The shop's public key. */
  site: string;
  /** The visitor token of an earlier answer, where no cookie carries it. The only thing in a body that says who is looking. */
  token?: string | undefined;
  consent: Consent;
  /** The browser's clock as the batch left, ms since 1970. The collector takes the difference from its own off every event. */
  sent: number;
  /** Minutes by which the browser's clock is ahead of UTC: 120 in a winter of Kyiv. */
  offset?: number | undefined;
  /** Which build of the snippet this is. */
  version?: string | undefined;
  page: Page;
  events: PageEvent[];
  /** Names of the slots on this page that wait for a decision. */
  slots?: string[] | undefined;
}

/**
 * Body of `POST /v1/handover`, sent as text by a page whose visitor is about to go to another domain of the shop. The answer
 * is good for a minute and for the first page that brings it in the address of its batch's `page`.
 */
export interface HandoverRequest {
  site: string;
  token?: string | undefined;
}

export interface HandoverAnswer {
  /** To be added to the address as `_vh`. */
  handover: string;
}

/** Body of `POST /v1/rank`, sent as text: a list of the shop's own that asks for an order. */
export interface RankRequest {
  site?: string | undefined;
  token?: string | undefined;
  consent?: Consent | undefined;
  language?: string | undefined;
  page?: { id: string; path: string } | undefined;
  /** The product that the page shows, and what is in the cart, where the page knows it. */
  product?: string | number | undefined;
  cart?: (string | number)[] | undefined;
  kind: 'search' | 'category';
  /** Products, in the shop's order; at most 500. */
  ids: (string | number)[];
  /** What was searched for. */
  query?: string | undefined;
  category?: string | undefined;
  /** So many stay at the beginning. */
  keepFirst?: number | undefined;
}

export interface RankAnswer {
  decision: string;
  /** The same ids, each as often. */
  ids: string[];
  /** Those that stand elsewhere now; places from 0. */
  moved: { id: string; from: number; to: number; reason: { code: string; text: string } }[];
}

/** What the visitor allows. A purpose that is missing is not allowed. */
export interface Purposes {
  /** Count this visitor across pages: a token is kept on the device and a profile is built. */
  statistics?: boolean | undefined;
  /** Use that profile to choose what is shown. */
  personalisation?: boolean | undefined;
  /** Contact outside of the shop's pages. */
  marketing?: boolean | undefined;
}

/** The last known word about the purposes. */
export interface Consent extends Purposes {
  /** Whose word this is; missing as long as nobody has given one, and then nothing is refused for good. */
  source?: ConsentSource | undefined;
  /** The text that the visitor agreed to or refused, by the name of its version in the shop. */
  text?: string | undefined;
}

/**
 * The script tag, a call of our API, Google's Consent Mode, the IAB's TCF, Shopify's customer privacy, the WP Consent API,
 * Matomo's calls, or the browser's Global Privacy Control.
 */
export type ConsentSource = 'tag' | 'api' | 'gcm' | 'tcf' | 'shopify' | 'wp' | 'matomo' | 'gpc';

export interface Page {
  /** One random id a view of a page; event ids are `<page id>.<sequence>`. */
  id: string;
  /** Where it was opened; a `_vh` in it says who came over from another domain of the same shop. */
  url: string;
  referrer?: string | undefined;
  title?: string | undefined;
  /** BCP 47, the page's own (`<html lang>`), else the browser's. */
  language?: string | undefined;
}

export interface PageEvent {
  /** `<page id>.<sequence>`, sequence from 0: de-duplicates, orders, and shows gaps. */
  id: string;
  /** Google Analytics 4's name where it has one (`view_item`, `add_to_cart`, `purchase` ...), else snake_case of at most 64. */
  name: string;
  /** ms since 1970 by the browser's clock. */
  time: number;
  params?: Params | undefined;
}

/** Google Analytics 4's parameters; anything beyond these is kept as it came, within the bounds of a batch. */
export interface Params {
  items?: Item[] | undefined;
  /** ISO 4217. */
  currency?: string | undefined;
  /** Sum of price x quantity, without shipping and tax, in major units. */
  value?: Decimal | undefined;
  transaction_id?: string | number | undefined;
  tax?: Decimal | undefined;
  shipping?: Decimal | undefined;
  coupon?: string | undefined;
  search_term?: string | undefined;
  /** `login` only: who this is, signed by the shop's backend a moment ago. */
  identity?: string | undefined;
  /** `slot_view`, `slot_click`, `slot_dismiss`: the decision that was shown. */
  decision?: string | undefined;
  [name: string]: unknown;
}

export interface Item {
  item_id: string | number;
  item_name?: string | undefined;
  item_brand?: string | undefined;
  item_category?: string | undefined;
  item_variant?: string | undefined;
  /** Of one piece, in major units. */
  price?: Decimal | undefined;
  /** 1 where it is missing. */
  quantity?: number | undefined;
  [name: string]: unknown;
}

/** Shops write 2.55, "2.55" and "2,55"; the collector makes integer minor units of each. */
export type Decimal = number | string;

/** `200`; or `204` without a body when there is nothing to say. */
export interface Answer {
  /** Keep this and send it with the next batch. Not sent where a cookie carries it. */
  token?: string | undefined;
  slots: Decision[];
  /**
   * To a page's first batch, where no cookie can say it: the visitor's last batches that have arrived, each by the id of its
   * last event and a `~`.
   */
  arrived?: string | undefined;
  /** The events that were refused; all others are stored. */
  refused?: Refusal[] | undefined;
}

/** What one slot shows now. A slot without a decision keeps the shop's own content. */
export interface Decision {
  /** Comes back in `slot_view` and `slot_click`. */
  id: string;
  slot: string;
  /** Which widget draws it, and what that widget is told; texts and prices arrive formatted. */
  widget: string;
  props: Record<string, unknown>;
  /** It lies over the page, and comes when something happens; its slot is empty. */
  overlay?: Overlay | undefined;
  /** It stands beside or in what the page has, where the page has no such slot. */
  at?: Spot | undefined;
}

export interface Spot {
  /** Of CSS: its first match. */
  selector: string;
  position: 'before' | 'after' | 'prepend' | 'append';
}

export interface Overlay {
  kind: 'popup' | 'slide-in' | 'bar' | 'survey';
  trigger: Trigger;
  /** What closes it, for whoever does not see it. */
  close: string;
  /** With these it is asked again, when its moment has come, whether it still may be shown. */
  site: string;
  path: string;
  product?: string | undefined;
}

/** What makes an overlay come. */
export type Trigger =
  | { on: 'load' | 'exit' }
  | { on: 'delay' | 'idle'; seconds: number }
  | { on: 'scroll'; percent: number }
  | { on: 'event'; name: string };

export interface Refusal {
  /** Place in `events`. */
  index: number;
  /** Path inside the event, for instance `params.items.0.price`. */
  field: string;
  reason: string;
}
