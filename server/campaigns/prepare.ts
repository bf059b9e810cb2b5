import { compare } from '../text-order.ts';
import type { Campaign } from './campaign.ts';
import { type Content, listOf, offersOf } from './content.ts';
import { pathMatcher } from './page-rules.ts';

/** A campaign as it is asked on every page: what does not depend on who looks is worked out once. */
export interface Prepared {
  campaign: Campaign;
  isOnPage(path: string): boolean;
  /** Lists out of which its variants give codes. */
  lists: readonly string[];
  /** The first question of each survey among its variants. */
  asks: readonly { question: string; restDays: number }[];
  /** Share of each variant among those who see it; sum 1. */
  shares: readonly number[];
}

/** The campaigns that may be shown at all, by the place that they want, each list by rank. */
export interface Plan {
  bySlot: ReadonlyMap<string, readonly Prepared[]>;
  overlays: readonly Prepared[];
  /** Those of slots that stand where pages have none themselves. */
  atSpots: readonly Prepared[];
  /** Lists out of which any of them gives codes. */
  lists: readonly string[];
  /** One of them at least offers something. */
  sells: boolean;
  /** Slots in which any of them says where an order stands. */
  tellsOrder: ReadonlySet<string>;
}

export function prepare(campaign: Campaign, shares: readonly number[] = sharesByWeight(campaign)): Prepared {
  const only = campaign.pages.only.map(pathMatcher);
  const never = campaign.pages.never.map(pathMatcher);
  const isNamed = (matchers: typeof only, path: string) => matchers.some((matches) => matches(path));
  return {
    campaign,
    shares,
    lists: campaign.variants.flatMap(({ content }) => offersOf(content)).flatMap((offer) => listOf(offer) ?? []),
    asks: campaign.variants.flatMap(({ content }) => asksFirst(content)),
    isOnPage: (path) => (only.length === 0 || isNamed(only, path)) && !isNamed(never, path),
  };
}

function asksFirst(content: Content): Prepared['asks'] {
  if (content.widget !== 'survey') return [];
  return content.questions.slice(0, 1).map(({ key }) => ({ question: key, restDays: content.restDays }));
}

export function planOf(all: Iterable<Prepared>): Plan {
  const bySlot = new Map<string, Prepared[]>();
  const overlays: Prepared[] = [];
  const ranked = [...all].filter(({ campaign }) => campaign.state === 'running').sort(byRank);
  for (const prepared of ranked) {
    const { place } = prepared.campaign;
    if (place.kind !== 'slot') overlays.push(prepared);
    else bySlot.set(place.slot, [...(bySlot.get(place.slot) ?? []), prepared]);
  }
  return {
    bySlot,
    overlays,
    atSpots: ranked.filter(({ campaign: { place } }) => place.kind === 'slot' && place.at),
    lists: [...new Set(ranked.flatMap(({ lists }) => lists))],
    sells: ranked.some(({ campaign }) => campaign.sells),
    tellsOrder: new Set(ranked.flatMap(({ campaign }) => slotOfOrder(campaign))),
  };
}

function slotOfOrder({ place, variants }: Campaign): string[] {
  const tells = variants.some(({ content }) => content.widget === 'order-status');
  return tells && place.kind === 'slot' ? [place.slot] : [];
}

/** The slots that campaigns bring to a page, beside those that it has. */
export function spotsOn({ atSpots }: Plan, path: string): string[] {
  return atSpots.flatMap(({ campaign: { place }, isOnPage }) =>
    place.kind === 'slot' && isOnPage(path) ? place.slot : [],
  );
}

/** Of two with one priority the same one stands everywhere. */
function byRank({ campaign: a }: Prepared, { campaign: b }: Prepared): number {
  return b.priority - a.priority || compare(a.id, b.id);
}

/** As long as nothing is learnt. */
export function sharesByWeight({ variants }: Pick<Campaign, 'variants'>): number[] {
  const sum = variants.reduce((total, { weight }) => total + weight, 0);
  return variants.map(({ weight }) => weight / sum);
}
