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
      return steps
        .filter((step) => step.name === name && (category === undefined || step.category === category))
        .map(({ at }) => at);
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

export function factsOf({ profile, turnover, lists, orders }: Person, { currency, outlook, taste }: Basis): Facts {
  const { client, place, touch, lastTouch, consent } = profile;
  const amount = (of: Turnover['net']) => of.find((sum) => sum.currency === currency)?.amount ?? 0;
  const cart = cartOf(profile);
  const expected = outlookOf(orders, outlook);
  const liked = (dimension: Dimension) => likings(profile, dimension, taste).map(({ value }) => value);
  const [band] = liked('bands');
  const said = (trait: string) => small(profile.traits.get(trait)?.value.value || undefined);
  const changed = profile.cart.filter(({ at }) => at > profile.lastOrder).map(({ at }) => at);
  return {
    country: small(place?.value.country),
    region: small(place?.value.region),
    language: small(client?.value.language),
    device: small(client?.value.device),
    browser: small(client?.value.browser),
    system: small(client?.value.os),
    firstSource: small(touch?.value.source),
    firstMedium: small(touch?.value.medium),
    firstCampaign: small(touch?.value.campaign),
    firstChannel: channel(touch),
    source: small(lastTouch?.value.source),
    medium: small(lastTouch?.value.medium),
    campaign: small(lastTouch?.value.campaign),
    channel: channel(lastTouch),
    knownCustomer: customerOf(profile) !== null,
    allowsStatistics: consent?.value.statistics === true,
    allowsPersonalisation: consent?.value.personalisation === true,
    allowsMarketing: consent?.value.marketing === true,
    pageViews: profile.totals.get('page_view') ?? 0,
    orders: turnover.orders,
    gross: amount(turnover.gross),
    net: amount(turnover.net),
    averageOrder: turnover.orders === 0 ? null : Math.round(amount(turnover.gross) / turnover.orders),
    cartPieces: cart.reduce((sum, { quantity }) => sum + quantity, 0),
    cartValue: cart.reduce(
      (sum, { price, quantity }) => sum + (price?.currency === currency ? Math.round(price.amount * quantity) : 0),
      0,
    ),
    firstSeen: profile.firstSeen,
    lastSeen: profile.lastSeen,
    lastOrder: profile.lastOrder || null,
    cartAt: cart.length === 0 ? null : Math.max(...changed),
    likes: strongest(liked('categories')),
    viewed: [...profile.viewed.keys()].map((id) => id.toLowerCase()),
    bought: [...profile.bought.keys()].map((id) => id.toLowerCase()),
    lists: [...lists],
    likedBrands: strongest(liked('brands')),
    priceBand: band === undefined ? null : Number(band),
    customerGroup: expected.group,
    alive: expected.alive,
    expectedOrders: expected.orders,
    expectedValue: expected.value,
    nextOrderIn: expected.nextIn,
    company: said('company'),
    companyDomain: said('company_domain'),
    companyIndustry: said('company_industry'),
    companySize: said('company_size'),
  };
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
