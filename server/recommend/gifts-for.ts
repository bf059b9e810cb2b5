import type { Upcoming } from '../occasions/occasions.ts';
import type { Evidence } from './evidence.ts';
import { giftBand, isInBand } from './gift-band.ts';
import type { Brought } from './ingredients.ts';

/**
 * What people give more than they order it otherwise, for about so much as they give; where that is too little for the shelf, what they
 * order most stands behind it, and does not claim to be more.
 */
export function giftsFor(
  occasion: Upcoming,
  minimum: number,
  evidence: Evidence,
  allowed: (id: string) => boolean,
  limit: number,
): Brought[] {
  const { model, now, catalog } = evidence;
  const band = giftBand(occasion, evidence);
  const isFitting = (id: string) => (band === null || isInBand(id, band, catalog)) && allowed(id);
  const reason = { code: 'gift', occasion: occasion.occasion, days: occasion.days } as const;
  const found: Brought[] = [];
  for (const { product } of model.gifts(occasion.past, now)) {
    if (found.length >= limit) break;
    if (isFitting(product)) found.push({ id: product, reason });
  }
  if (found.length >= minimum) return found;
  const isElse = (id: string) => !found.some((gift) => gift.id === id) && isFitting(id);
  const popular = model.popular(isElse, limit - found.length);
  return [...found, ...popular.map(({ product }): Brought => ({ id: product, reason: { code: 'popular' } }))];
}
