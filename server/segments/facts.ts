import { channelOf } from '../acquisition/channel.ts';
import { findSource } from '../acquisition/find-site.ts';
import { outlookOf } from '../customers/outlook.ts';
import type { Touch } from '../log/log-event.ts';
import type { Turnover } from '../orders/read-orders.ts';
import type { Dimension } from '../profiles/interest.ts';
import type { Said } from '../profiles/lattice.ts';
import { likings } from '../profiles/likings.ts';
import { type Profile, readKey } from '../profiles/profile.ts';
import { cartOf, customerOf } from '../profiles/read.ts';
import { readSteps } from '../profiles/steps.ts';
import type { Basis } from './basis.ts';
import type { Counted } from './counted.ts';
import { toldOf } from './told.ts';

/**
 * What a person is, as rules ask it: nothing in it depends on the moment of asking, so that a row of it stays right until
 * the person does something. Texts are in small letters; times are ms since 1970, money minor units of the shop's currency.
 */
export interface Facts {
  country: string | null;
  region: string | null;
  language: string | null;
  device: string | null;
  browser: string | null;
  system: string | null;
  firstSource: string | null;
  firstMedium: string | null;
  firstCampaign: string | null;
  firstChannel: string | null;
  source: string | null;
  medium: string | null;
  campaign: string | null;
  channel: string | null;
  knownCustomer: boolean;
  allowsStatistics: boolean;
  allowsPersonalisation: boolean;
  allowsMarketing: boolean;
  pageViews: number;
  orders: number;
  gross: number;
  net: number;
  averageOrder: number | null;
  cartPieces: number;
  cartValue: number;
  firstSeen: number;
  lastSeen: number;
  lastOrder: number | null;
  cartAt: number | null;
  likes: string[];
  viewed: string[];
  bought: string[];
  /** Names of the merchant's lists. */
  lists: string[];
  likedBrands: string[];
  /** The most liked quarter of the prices in a category: 1 the lowest, 4 the highest. */
  priceBand: number | null;
  /** What is expected, as the models of the day say; see `Outlook`. */
  customerGroup: string;
  alive: number | null;
  expectedOrders: number | null;
  expectedValue: number | null;
  nextOrderIn: number | null;
  /** Where they come from, as themselves or others say, or else their address. */
  company: string | null;
  companyDomain: string | null;
  companyIndustry: string | null;
  companySize: string | null;
}

/** One person as the evaluator sees it. */
export interface Subject {
  facts: Facts;
  /** How often, of a category or of any, from this UTC day on; `from` null for ever. */
  times(name: string, category: string | undefined, from: number | null): number;
  /** When something was done, of a category or of any, in any order (ms), as far back as the order is kept. */
  moments(name: string, category: string | undefined): readonly number[];
  /** What was said of them under this name, in small letters; by anybody, or by this source alone. */
  told(trait: string, by?: string): readonly string[];
}

/** Liked categories, or brands, that count as liked: the strongest few. */
const few = 5;

export type Person = Pick<Counted, 'profile' | 'turnover' | 'lists' | 'orders'>;

export function subjectOf(person: Person, basis: Basis): Subject {
  const { profile } = person;
  let acts: ReturnType<typeof actsOf> | undefined;
  let steps: ReturnType<typeof readSteps> | undefined;
  let told: ReturnType<typeof toldOf> | undefined;
  return {
    facts: factsOf(person, basis),
    moments: (name, category) => {
      steps ??= readSteps(profile.steps);
      const found: number[] = [];
      for (const step of steps)
        if (step.name === name && (category === undefined || step.category === category)) found.push(step.at);
      return found;
    },
    told: (trait, by) => {
      told ??= toldOf(profile);
      const said = told.get(trait);
      return said && (by === undefined || said.source === by) ? said.texts : [];
    },
    times: (name, category, from) => {
      if (from === null) return profile.totals.get(name) ?? 0;
      acts ??= actsOf(profile);
      let sum = 0;
      for (const [day, count] of acts.get(category === undefined ? name : `${name} ${category}`) ?? [])
        if (day >= from) sum += count;
      return sum;
    },
  };
}

export function factsOf(person: Person, basis: Basis): Facts {
  return new PersonFacts(person, basis);
}

/** A class for its getters: a page's campaigns ask for a few facts of one person, and what takes long is worked out where one of them asks. */
class PersonFacts implements Facts {
  readonly country: string | null;
  readonly region: string | null;
  readonly language: string | null;
  readonly device: string | null;
  readonly browser: string | null;
  readonly system: string | null;
  readonly firstSource: string | null;
  readonly firstMedium: string | null;
  readonly firstCampaign: string | null;
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly allowsStatistics: boolean;
  readonly allowsPersonalisation: boolean;
  readonly allowsMarketing: boolean;
  readonly pageViews: number;
  readonly orders: number;
  readonly gross: number;
  readonly net: number;
  readonly averageOrder: number | null;
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly lastOrder: number | null;
  readonly #person: Person;
  readonly #basis: Basis;
  #cart: ReturnType<typeof cartOf> | undefined;
  #expected: ReturnType<typeof outlookOf> | undefined;

  constructor(person: Person, basis: Basis) {
    const { profile, turnover } = person;
    const { client, place, touch, lastTouch, consent } = profile;
    const amount = (of: Turnover['net']) => of.find((sum) => sum.currency === basis.currency)?.amount ?? 0;
    this.#person = person;
    this.#basis = basis;
    this.country = small(place?.value.country);
    this.region = small(place?.value.region);
    this.language = small(client?.value.language);
    this.device = small(client?.value.device);
    this.browser = small(client?.value.browser);
    this.system = small(client?.value.os);
    this.firstSource = small(touch?.value.source);
    this.firstMedium = small(touch?.value.medium);
    this.firstCampaign = small(touch?.value.campaign);
    this.source = small(lastTouch?.value.source);
    this.medium = small(lastTouch?.value.medium);
    this.campaign = small(lastTouch?.value.campaign);
    this.allowsStatistics = consent?.value.statistics === true;
    this.allowsPersonalisation = consent?.value.personalisation === true;
    this.allowsMarketing = consent?.value.marketing === true;
    this.pageViews = profile.totals.get('page_view') ?? 0;
    this.orders = turnover.orders;
    this.gross = amount(turnover.gross);
    this.net = amount(turnover.net);
    this.averageOrder = turnover.orders === 0 ? null : Math.round(this.gross / turnover.orders);
    this.firstSeen = profile.firstSeen;
    this.lastSeen = profile.lastSeen;
    this.lastOrder = profile.lastOrder || null;
  }

  get firstChannel() {
    return channel(this.#person.profile.touch);
  }

  get channel() {
    return channel(this.#person.profile.lastTouch);
  }

  get knownCustomer() {
    return customerOf(this.#person.profile) !== null;
  }

  get cartPieces() {
    return this.#inCart().reduce((sum, { quantity }) => sum + quantity, 0);
  }

  get cartValue() {
    const { currency } = this.#basis;
    return this.#inCart().reduce(
      (sum, { price, quantity }) => sum + (price?.currency === currency ? Math.round(price.amount * quantity) : 0),
      0,
    );
  }

  get cartAt() {
    const { cart, lastOrder } = this.#person.profile;
    if (this.#inCart().length === 0) return null;
    return Math.max(...cart.filter(({ at }) => at > lastOrder).map(({ at }) => at));
  }

  get likes() {
    return strongest(this.#liked('categories'));
  }

  get likedBrands() {
    return strongest(this.#liked('brands'));
  }

  get priceBand() {
    const [band] = this.#liked('bands');
    return band === undefined ? null : Number(band);
  }

  get viewed() {
    return [...this.#person.profile.viewed.keys()].map((id) => id.toLowerCase());
  }

  get bought() {
    return [...this.#person.profile.bought.keys()].map((id) => id.toLowerCase());
  }

  get lists() {
    return [...this.#person.lists];
  }

  get customerGroup() {
    return this.#outlook().group;
  }

  get alive() {
    return this.#outlook().alive;
  }

  get expectedOrders() {
    return this.#outlook().orders;
  }

  get expectedValue() {
    return this.#outlook().value;
  }

  get nextOrderIn() {
    return this.#outlook().nextIn;
  }

  get company() {
    return this.#said('company');
  }

  get companyDomain() {
    return this.#said('company_domain');
  }

  get companyIndustry() {
    return this.#said('company_industry');
  }

  get companySize() {
    return this.#said('company_size');
  }

  #inCart() {
    this.#cart ??= cartOf(this.#person.profile);
    return this.#cart;
  }

  #outlook() {
    this.#expected ??= outlookOf(this.#person.orders, this.#basis.outlook);
    return this.#expected;
  }

  #liked(dimension: Dimension): string[] {
    return likings(this.#person.profile, dimension, this.#basis.taste).map(({ value }) => value);
  }

  #said(trait: string): string | null {
    return small(this.#person.profile.traits.get(trait)?.value.value || undefined);
  }
}

/** `<event>` or `<event> <category>` -> its days with their counts. */
export function actsOf(profile: Profile): Map<string, [day: number, count: number][]> {
  const acts = new Map<string, [number, number][]>([['page_view', [...profile.days]]]);
  for (const [key, count] of profile.acts) {
    const [day, act] = readKey(key);
    const days = acts.get(act);
    if (days) days.push([day, count]);
    else acts.set(act, [[day, count]]);
  }
  return acts;
}

function strongest(liked: readonly string[]): string[] {
  return liked.slice(0, few).map((value) => value.toLowerCase());
}

function small(text: string | undefined): string | null {
  return text === undefined ? null : text.toLowerCase();
}

function channel(said: Said<Touch> | null): string | null {
  if (!said) return null;
  const { channel, medium, source } = said.value;
  return channel ?? channelOf(medium, source, findSource(source)?.channel ?? null);
}
