import { channelOf } from '../acquisition/channel.ts';
import { findSource } from '../acquisition/find-site.ts';
import type { Touch } from '../log/log-event.ts';
import type { Turnover } from '../orders/read-orders.ts';
import type { Said } from '../profiles/lattice.ts';
import { likings } from '../profiles/likings.ts';
import { type Profile, readKey } from '../profiles/profile.ts';
import { cartOf, customerOf } from '../profiles/read.ts';

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
}

/** One person as the evaluator sees it. */
export interface Subject {
  facts: Facts;
  /** How often, of a category or of any, from this UTC day on; `from` null for ever. */
  times(name: string, category: string | undefined, from: number | null): number;
}

/** Liked categories that count as liked: the strongest few. */
const liked = 5;

/** `lists`: in which the merchant has put this person. */
export function subjectOf(profile: Profile, turnover: Turnover, currency: string, lists: readonly string[]): Subject {
  let acts: ReturnType<typeof actsOf> | undefined;
  return {
    facts: factsOf(profile, turnover, currency, lists),
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

export function factsOf(profile: Profile, turnover: Turnover, currency: string, lists: readonly string[]): Facts {
  const { client, place, touch, lastTouch, consent } = profile;
  const amount = (of: Turnover['net']) => of.find((sum) => sum.currency === currency)?.amount ?? 0;
  const cart = cartOf(profile);
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
    // All shares fade alike, so the order of the likings is the same at any later moment.
    likes: likings(profile, 'categories', profile.lastSeen)
      .slice(0, liked)
      .map(({ value }) => value.toLowerCase()),
    viewed: [...profile.viewed.keys()].map((id) => id.toLowerCase()),
    bought: [...profile.bought.keys()].map((id) => id.toLowerCase()),
    lists: [...lists],
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

function small(text: string | undefined): string | null {
  return text === undefined ? null : text.toLowerCase();
}

function channel(said: Said<Touch> | null): string | null {
  if (!said) return null;
  const { channel, medium, source } = said.value;
  return channel ?? channelOf(medium, source, findSource(source)?.channel ?? null);
}
