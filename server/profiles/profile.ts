import type { Consent } from '../../snippet/protocol.ts';
import type { Place } from '../acquisition/region.ts';
import { asideNames, type Client, type GiftWord, type LogEvent, type LogItem, type Touch } from '../log/log-event.ts';
import { compare } from '../text-order.ts';
import { addressSource, factKey } from './believed.ts';
import { type Exposures, foldExposure, mergeExposures, noExposures, trimExposures } from './exposures.ts';
import { dimensions, foldInterest, type Interest } from './interest.ts';
import {
  addAll,
  addCount,
  addSaid,
  addTime,
  compareSaid,
  earlier,
  greatestKeys,
  later,
  latest,
  latestSaid,
  type Said,
} from './lattice.ts';
import { isStep, newestSteps, stepsOf } from './steps.ts';

/** What a visitor's events add up to. Times are ms since 1970. */
export interface Profile extends Interest {
  firstSeen: number;
  lastSeen: number;
  /** Event name -> how often. Money is not here: two reports of one order are two events, and only `orders` knows that. */
  totals: Map<string, number>;
  /** UTC day since 1970 -> page views. */
  days: Map<number, number>;
  /**
   * `<UTC day> <event>`, and for items `<UTC day> <event> <category>`: how often. Windows are read from it. Page views have
   * `days`; what happens all the time and says nothing (scrolling, vitals) is not here.
   */
  acts: Map<string, number>;
  /** What was done last, in its order. */
  steps: Set<string>;
  /** Ten-minute stretch since 1970 -> events; visits are read from the gaps. */
  active: Map<number, number>;
  /** Product -> last time. */
  viewed: Map<string, number>;
  bought: Map<string, number>;
  /** Product -> twice the time of the last word about it on the wish list, and one more where that took it off. */
  wishes: Map<string, number>;
  /** `<UTC day> <product>`: how often it was seen where it stood as new. */
  news: Map<string, number>;
  /** Whether they shop for somebody else, as was said last; it holds for its visit alone. */
  gift: Said<Pick<GiftWord, 'on' | 'by'>> | null;
  /** Product -> twice the last time at which it was looked at for somebody else, and one more where that was taken back. */
  gifts: Map<string, number>;
  /** Changes of the cart; what is in it is worked out when asked. */
  cart: Said<CartChange>[];
  /** When an order emptied the cart last; 0 for never. */
  lastOrder: number;
  /**
   * What was said of them. `customer`: whose word it is, for what is said only as long as that customer is joined. The empty
   * text is an answer that was taken back.
   */
  traits: Map<string, Said<{ value: string; source: string; customer?: string }>>;
  /** What others tell of them: the newest word of each source about each trait, by `factKey`. */
  facts: Map<string, Said<string>>;
  /** What staff has corrected; see `saidOf`. */
  edits: Map<string, Said<Edit>>;
  exposures: Exposures;
  /** Where this visitor came from first. */
  touch: Said<Touch> | null;
  /** Where from last, as long as something said so: a typed address does not take the place of the letter before it. */
  lastTouch: Said<Touch> | null;
  /** Where this visitor was last known to be. */
  place: Said<Place> | null;
  client: Said<Client & { language?: string }> | null;
  consent: Said<Consent> | null;
  /** Customer numbers that a verified key gave. */
  customers: Map<string, number>;
  /** Something was said of who this is; the edges know what holds. */
  keyed: boolean;
  simulated: boolean;
}

/** Pieces added (or, below zero, removed) of one product; `all` says that the event held the whole cart. */
export interface CartChange {
  items: Pick<LogItem, 'id' | 'name' | 'quantity' | 'price'>[];
  currency: string | null;
  all: boolean;
}

/** A correction that staff made of a trait; `value` null where it was taken back. */
export interface Edit {
  value: string | null;
  own: string;
  /** ms since 1970. */
  since: number;
}

const keep = {
  ...{ days: 120, acts: 160, steps: 100, active: 150, categories: 120, brands: 80, bands: 60 },
  ...{ viewed: 50, bought: 100, news: 60, wishes: 40, gifts: 40, cart: 40, traits: 30, facts: 40, edits: 30 },
};

/** Happens on every page, or is not the visitor's doing. */
const unsaid = new Set(['engagement', 'scroll', 'web_vital', 'js_error', 'slot_view', 'order_status', 'consent']);
const byCategory = new Set(['view_item', 'add_to_cart', 'purchase']);

export const day = 86_400_000;
export const stretch = 600_000;

export function emptyProfile(): Profile {
  return {
    firstSeen: Number.MAX_SAFE_INTEGER,
    lastSeen: 0,
    totals: new Map(),
    days: new Map(),
    acts: new Map(),
    steps: new Set(),
    active: new Map(),
    categories: new Map(),
    brands: new Map(),
    bands: new Map(),
    viewed: new Map(),
    bought: new Map(),
    wishes: new Map(),
    news: new Map(),
    gift: null,
    gifts: new Map(),
    cart: [],
    lastOrder: 0,
    traits: new Map(),
    facts: new Map(),
    edits: new Map(),
    exposures: noExposures(),
    touch: null,
    lastTouch: null,
    place: null,
    client: null,
    consent: null,
    customers: new Map(),
    keyed: false,
    simulated: false,
  };
}

/** Adds one event, in place. The order of the calls does not matter. */
export function fold(profile: Profile, event: LogEvent): void {
  // What the collector did is no sign of life of the visitor.
  if (asideNames.has(event.name)) return;
  if (event.identity || event.edges || event.about) profile.keyed = true;
  // Nor is what staff did.
  if (event.edges) return;
  const { at, id, name } = event;
  const said = <T>(value: T): Said<T> => ({ at, id, value });
  if (event.facts) {
    // Nor what others tell.
    for (const { trait, value, source } of event.facts) addSaid(profile.facts, factKey(source, trait), said(value));
    trim(profile, 2);
    return;
  }
  if (event.edits) {
    for (const { trait, value, own, since = at } of event.edits)
      addSaid(profile.edits, trait, said({ value, own, since }));
    trim(profile, 2);
    return;
  }

  if (event.gift) foldGift(profile, event.gift, { at, id });
  if (event.gift?.by === 'likelihood' || event.gift?.isRest) return;
  profile.firstSeen = Math.min(profile.firstSeen, at);
  profile.lastSeen = Math.max(profile.lastSeen, at);
  addCount(profile.totals, name, 1);
  addCount(profile.active, Math.floor(at / stretch), 1);
  if (name === 'page_view') addCount(profile.days, Math.floor(at / day), 1);
  else foldAct(profile, event);
  if (event.simulated) profile.simulated = true;
  if (event.source) profile.touch = earlier(profile.touch, said(event.source));
  if (event.source && event.source.source !== 'direct')
    profile.lastTouch = later(profile.lastTouch, said(event.source));
  if (event.client) profile.client = later(profile.client, said({ ...event.client, ...languageOf(event) }));
  // Also what is not known of this one: it is not what is known of another.
  for (const [trait, value] of companyTraits(event)) addSaid(profile.facts, factKey(addressSource, trait), said(value));
  if (event.client?.country) profile.place = later(profile.place, said(placeOf(event.client)));
  if (event.consent) profile.consent = later(profile.consent, said(event.consent));
  foldIdentity(profile, event);
  if (event.answer) {
    const { question, value, by } = event.answer;
    addSaid(profile.traits, question, said({ value, source: by }));
  }
  foldExposure(profile.exposures, event);
  foldInterest(profile, event);
  foldItems(profile, event);
  for (const product of event.news ?? []) addCount(profile.news, actKey(Math.floor(at / day), product), 1);
  if (name === 'purchase') profile.lastOrder = Math.max(profile.lastOrder, at);
  trim(profile, 2);
}

/** The profile of all events of both. Neither is changed. */
export function merge(a: Profile, b: Profile): Profile {
  const sum = emptyProfile();
  for (const part of [a, b]) {
    sum.firstSeen = Math.min(sum.firstSeen, part.firstSeen);
    sum.lastSeen = Math.max(sum.lastSeen, part.lastSeen);
    addAll(sum.totals, part.totals, addCount);
    addAll(sum.days, part.days, addCount);
    addAll(sum.acts, part.acts, addCount);
    for (const step of part.steps) sum.steps.add(step);
    addAll(sum.active, part.active, addCount);
    for (const dimension of dimensions) addAll(sum[dimension], part[dimension], addCount);
    addAll(sum.viewed, part.viewed, addTime);
    addAll(sum.bought, part.bought, addTime);
    addAll(sum.wishes, part.wishes, addTime);
    addAll(sum.news, part.news, addCount);
    sum.gift = later(sum.gift, part.gift);
    addAll(sum.gifts, part.gifts, addTime);
    sum.cart.push(...part.cart);
    sum.lastOrder = Math.max(sum.lastOrder, part.lastOrder);
    addAll(sum.traits, part.traits, addSaid);
    addAll(sum.facts, part.facts, addSaid);
    addAll(sum.edits, part.edits, addSaid);
    mergeExposures(sum.exposures, part.exposures);
    sum.touch = earlier(sum.touch, part.touch);
    sum.lastTouch = later(sum.lastTouch, part.lastTouch);
    sum.place = later(sum.place, part.place);
    sum.client = later(sum.client, part.client);
    sum.consent = later(sum.consent, part.consent);
    addAll(sum.customers, part.customers, addTime);
    sum.keyed ||= part.keyed;
    sum.simulated ||= part.simulated;
  }
  trim(sum, 1);
  return sum;
}

/** Drops what is beyond the bounds; `slack` lets a fold do so now and then instead of every time. */
export function trim(profile: Profile, slack: number): void {
  if (profile.days.size > keep.days * slack) profile.days = greatestKeys(profile.days, keep.days);
  if (profile.acts.size > keep.acts * slack) profile.acts = greatestKeys(profile.acts, keep.acts);
  if (profile.steps.size > keep.steps * (slack - 1)) profile.steps = newestSteps(profile.steps);
  if (profile.active.size > keep.active * slack) profile.active = greatestKeys(profile.active, keep.active);
  for (const dimension of dimensions)
    if (profile[dimension].size > keep[dimension] * slack)
      profile[dimension] = greatestKeys(profile[dimension], keep[dimension]);
  if (profile.news.size > keep.news * slack) profile.news = greatestKeys(profile.news, keep.news);
  if (profile.viewed.size > keep.viewed * slack) profile.viewed = latest(profile.viewed, keep.viewed);
  if (profile.bought.size > keep.bought * slack) profile.bought = latest(profile.bought, keep.bought);
  if (profile.traits.size > keep.traits * slack) profile.traits = newestTraits(profile.traits);
  if (profile.facts.size > keep.facts * slack) profile.facts = newestOf(profile.facts, keep.facts);
  if (profile.edits.size > keep.edits * slack) profile.edits = newestOf(profile.edits, keep.edits);
  trimExposures(profile.exposures, slack);
  if (profile.gifts.size > keep.gifts * slack) profile.gifts = latest(profile.gifts, keep.gifts);
  if (profile.wishes.size > keep.wishes * slack) profile.wishes = latest(profile.wishes, keep.wishes);
  if (profile.cart.length > keep.cart * (slack - 1)) profile.cart = standing(profile);
}

/** A shop asks fewer questions at a time; those of long ago make place for them, and the name never does. */
function newestTraits(traits: Profile['traits']): Profile['traits'] {
  const answers = [...traits].filter(([key]) => key !== 'name');
  const newest = answers.sort(([, a], [, b]) => compareSaid(b, a)).slice(0, keep.traits);
  const name = traits.get('name');
  return new Map(name ? [...newest, ['name', name]] : newest);
}

function newestOf<T>(said: ReadonlyMap<string, Said<T>>, most: number): Map<string, Said<T>> {
  return new Map([...said].sort(([a, x], [b, y]) => compareSaid(y, x) || compare(a, b)).slice(0, most));
}

/** The changes that say what is in the cart now: none before the last order, nor before the cart was last seen whole. */
function standing({ cart, lastOrder }: Profile): Said<CartChange>[] {
  const newest = latestSaid(
    cart.filter(({ at }) => at > lastOrder),
    keep.cart,
  );
  const whole = newest.findIndex(({ value }) => value.all);
  return whole < 0 ? newest : newest.slice(0, whole + 1);
}

function foldIdentity(profile: Profile, { identity, at, id }: LogEvent): void {
  if (!identity) return;
  addTime(profile.customers, identity.customer, at);
  if (identity.name)
    addSaid(profile.traits, 'name', {
      at,
      id,
      value: { value: identity.name, source: identity.evidence, customer: identity.customer },
    });
}

function foldAct(profile: Profile, event: LogEvent): void {
  const { name, at, items } = event;
  if (unsaid.has(name)) return;
  const act = actKey(Math.floor(at / day), name);
  addCount(profile.acts, act, 1);
  const named = byCategory.has(name) ? (items ?? []).flatMap(({ category }) => category || []) : [];
  const categories = [...new Set(named)];
  for (const category of categories) addCount(profile.acts, `${act} ${category}`, 1);
  if (isStep(name)) for (const step of stepsOf(event, categories)) profile.steps.add(step);
}

/** Days have five digits until the year 2243, so that the greatest keys are those of the newest days. */
export function actKey(day: number, act: string): string {
  return `${String(day).padStart(5, '0')} ${act}`;
}

/** The time and the label of a key of `acts` or of an interest. */
export function readKey(key: string): [time: number, label: string] {
  const space = key.indexOf(' ');
  return [Number(key.slice(0, space)), key.slice(space + 1)];
}

/** What the visit has said until now is counted the other way, which is the same in whatever order it comes. */
function foldGift(
  profile: Profile,
  { on, by, tally, products }: GiftWord,
  { at, id }: { at: number; id: string },
): void {
  profile.gift = later(profile.gift, { at, id, value: { on, by } });
  for (const product of products) addTime(profile.gifts, product, 2 * at + (on ? 0 : 1));
  for (const dimension of dimensions)
    for (const [key, count] of tally[dimension] ?? []) addCount(profile[dimension], key, count);
  trim(profile, 2);
}

function foldItems(profile: Profile, { name, at, id, items, currency, forAnother }: LogEvent): void {
  if (!items) return;
  for (const item of items) {
    if (name === 'view_item') addTime(profile.viewed, item.id, at);
    if (forAnother && (name === 'view_item' || name === 'purchase')) addTime(profile.gifts, item.id, 2 * at);
    if (name === 'purchase') addTime(profile.bought, item.id, at);
    if (name === 'add_to_wishlist') addTime(profile.wishes, item.id, 2 * at);
    if (name === 'remove_from_wishlist') addTime(profile.wishes, item.id, 2 * at + 1);
  }
  if (name !== 'add_to_cart' && name !== 'remove_from_cart' && name !== 'view_cart') return;
  const sign = name === 'remove_from_cart' ? -1 : 1;
  const lines = items.slice(0, 20).map(({ id, name, quantity, price }) => ({
    id,
    quantity: sign * quantity,
    ...(name === undefined ? {} : { name }),
    ...(price === undefined ? {} : { price }),
  }));
  profile.cart.push({ at, id, value: { items: lines, currency: currency ?? null, all: name === 'view_cart' } });
}

function companyTraits({ company }: LogEvent): [trait: string, value: string][] {
  if (!company) return [];
  const { name, domain = '', industry = '', size = '' } = company;
  return [
    ['company', name],
    ['company_domain', domain],
    ['company_industry', industry],
    ['company_size', size],
  ];
}

function placeOf({ country, region }: Client): Place {
  return { ...(country ? { country } : {}), ...(region ? { region } : {}) };
}

function languageOf({ page }: LogEvent): { language?: string } {
  return page?.language === undefined ? {} : { language: page.language };
}
