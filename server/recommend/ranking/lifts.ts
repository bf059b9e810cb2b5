import { bandOf } from '../../catalog/price-bands.ts';
import type { Reason } from '../../log/reason.ts';
import type { Step } from '../../log/receipt.ts';
import type { Evidence } from '../evidence.ts';
import type { ShelfModel } from '../model/shelf-model.ts';
import type { Listed } from './rank.ts';

/** What may be looked at beside the evidence of a shelf. */
export interface Knowing {
  evidence: Evidence;
  popularity: ShelfModel['popularity'];
  /** What the visitor likes, each with its share, which is the less the less is known; empty without consent to use a profile. */
  liked: Readonly<Record<'categories' | 'brands' | 'bands', ReadonlyMap<string, number>>>;
}

export interface Lifted extends Listed {
  /** What says most for it; null where nothing does. */
  reason: Reason | null;
}

/**
 * The logarithm of how many times as likely somebody is to take a product of which one of these speaks with all its force.
 * The first three were chosen on training data alone (docs/recommendations.md), where nobody comes back to what they have just
 * taken; the others, of which that data says nothing, are a judgement.
 */
export const usualWeights = {
  next: 4,
  'bought-together': 4,
  'recently-viewed': 0,
  'liked-categories': 1,
  'liked-brands': 1,
  'liked-prices': 0.5,
  popular: 0.5,
};

export type Weights = Readonly<Record<keyof typeof usualWeights, number>>;

/** Products that one of the models may name for a list, and places in which what it says halves. */
const named = 50;
const flatness = 10;
/** Days in which a product that was looked at comes to count half. */
const halfLife = 14;

/** What speaks for each product of a list, and how many each of the voices named. */
export function liftsOf(
  ids: readonly string[],
  knowing: Knowing,
  weights: Weights = usualWeights,
): { list: Lifted[]; steps: Step[] } {
  const { evidence } = knowing;
  const { catalog } = evidence;
  const places = new Map<string, number>();
  const list = ids.map((id, place): Lifted => {
    const product = catalog.get(id);
    const isUnknown = !product || places.has(id);
    if (!isUnknown) places.set(id, place);
    return { id, isUnknown, isInStock: product?.inStock ?? true, lift: 0, reason: null };
  });
  const strongest = new Float64Array(ids.length);
  const steps: Step[] = [];
  for (const { voice, said } of voices(places, knowing)) {
    for (const { id, force, reason } of said) {
      const place = places.get(id) ?? -1;
      const one = list[place];
      const lift = weights[voice] * force;
      if (!one || lift <= 0) continue;
      one.lift += lift;
      if (lift <= (strongest[place] ?? 0)) continue;
      strongest[place] = lift;
      one.reason = reason;
    }
    steps.push({ name: voice, count: said.length, note: said.length === 0 ? 'no-evidence' : undefined });
  }
  // What speaks for all of them alike, as a liking for the category that they are all of, is no reason to move any.
  const common = Math.min(...list.map(({ isUnknown, lift }) => (isUnknown ? Number.POSITIVE_INFINITY : lift)));
  for (const one of list) if (!one.isUnknown) one.lift -= common;
  return { list, steps };
}

interface Word {
  id: string;
  /** 0 to 1. */
  force: number;
  reason: Reason;
}

function voices(places: ReadonlyMap<string, number>, knowing: Knowing): { voice: keyof Weights; said: Word[] }[] {
  const { evidence, liked } = knowing;
  return [
    { voice: 'next', said: next(places, evidence) },
    { voice: 'bought-together', said: together(places, evidence) },
    { voice: 'recently-viewed', said: viewed(places, evidence) },
    { voice: 'liked-categories', said: likedOf(places, knowing, liked.categories, 'category') },
    { voice: 'liked-brands', said: likedOf(places, knowing, liked.brands, 'brand') },
    { voice: 'liked-prices', said: likedPrices(places, knowing) },
    { voice: 'popular', said: popular(places, knowing) },
  ];
}

type Places = ReadonlyMap<string, number>;

/** Of this visit; of the visits before where this one has only begun. */
function next(places: Places, { model, session, history, now }: Evidence): Word[] {
  const anchors = session.length > 0 ? session : history.slice(0, 6).toReversed();
  if (anchors.length === 0) return [];
  return model
    .next(anchors, now, (id) => places.has(id), named)
    .map(({ product, anchor, support }, place) => ({
      id: product,
      force: flatness / (flatness + place),
      reason: { code: 'viewed-next', with: anchor, support },
    }));
}

function together(places: Places, { model, cart, now }: Evidence): Word[] {
  if (cart.length === 0) return [];
  return model
    .boughtWith(cart, now, (id) => places.has(id), named)
    .map(({ product, anchor, support }, place) => ({
      id: product,
      force: flatness / (flatness + place),
      reason: { code: 'bought-together', with: anchor, support },
    }));
}

function viewed(places: Places, evidence: Evidence): Word[] {
  const { now } = evidence;
  return evidence.viewed
    .filter((id) => places.has(id))
    .map((id) => {
      const at = evidence.lastAt(id);
      return { id, force: 0.5 ** (Math.max(0, now - at) / (halfLife * 86_400_000)), reason: { code: 'viewed', at } };
    });
}

function likedOf(
  places: Places,
  { evidence }: Knowing,
  shares: ReadonlyMap<string, number>,
  what: 'category' | 'brand',
) {
  const said: Word[] = [];
  if (shares.size === 0) return said;
  for (const id of places.keys()) {
    const value = evidence.catalog.get(id)?.[what];
    const force = value ? (shares.get(value) ?? 0) : 0;
    if (!value || force === 0) continue;
    const reason: Reason =
      what === 'category' ? { code: 'liked-category', category: value } : { code: 'liked-brand', brand: value };
    said.push({ id, force, reason });
  }
  return said;
}

function likedPrices(places: Places, { evidence, liked }: Knowing): Word[] {
  const said: Word[] = [];
  if (liked.bands.size === 0) return said;
  const { catalog, now } = evidence;
  for (const id of places.keys()) {
    const band = bandOf(catalog.get(id), catalog, now);
    const force = liked.bands.get(String(band)) ?? 0;
    if (force > 0) said.push({ id, force, reason: { code: 'liked-price' } });
  }
  return said;
}

/** Beside the one of the list that sells most. */
function popular(places: Places, { popularity }: Knowing): Word[] {
  const said: Word[] = [];
  let most = 0;
  for (const id of places.keys()) {
    const force = popularity(id);
    most = Math.max(most, force);
    if (force > 0) said.push({ id, force, reason: { code: 'popular' } });
  }
  for (const word of said) word.force = Math.sqrt(word.force / most);
  return said;
}
