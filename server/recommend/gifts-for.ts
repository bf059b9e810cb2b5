import type { Upcoming } from '../occasions/occasions.ts';
import type { Evidence } from './evidence.ts';
import type { Brought } from './ingredients.ts';

/**
 * What people order before an occasion more than otherwise; where that is too little for the shelf, what they order most stands behind
 * it, and does not claim to be more.
 */
export function giftsFor(
  { occasion, days, past }: Upcoming,
  minimum: number,
  { model, now }: Evidence,
  allowed: (id: string) => boolean,
  limit: number,
): Brought[] {
  const gifts = model.gifts(past, now, allowed, limit);
  const found = gifts.map((id): Brought => ({ id, reason: { code: 'gift', occasion, days } }));
  if (found.length >= minimum) return found;
  const isElse = (id: string) => !gifts.includes(id) && allowed(id);
  const popular = model.popular(isElse, limit - found.length);
  return [...found, ...popular.map(({ product }): Brought => ({ id: product, reason: { code: 'popular' } }))];
}
