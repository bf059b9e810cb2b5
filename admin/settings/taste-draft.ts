import type { TellingEvent } from '../../server/profiles/interest.ts';
import type { Taste } from '../../server/profiles/taste.ts';
import type { Tasted } from './taste-card.tsx';

/** What stands in the fields of the form: how much each event weighs, whichever way, and the days. */
export interface TasteDraft {
  weights: Record<TellingEvent, string>;
  halfLifeDays: string;
}

export const eventNames = (taste: Taste) => Object.keys(taste.weights) as TellingEvent[];

export function draftOf({ weights, halfLifeDays }: Taste): TasteDraft {
  const size = (name: TellingEvent) => String(Math.abs(weights[name]));
  return {
    weights: {
      view_item: size('view_item'),
      select_item: size('select_item'),
      add_to_wishlist: size('add_to_wishlist'),
      remove_from_wishlist: size('remove_from_wishlist'),
      add_to_cart: size('add_to_cart'),
      remove_from_cart: size('remove_from_cart'),
      purchase: size('purchase'),
      refund: size('refund'),
      complaint: size('complaint'),
    },
    halfLifeDays: String(halfLifeDays),
  };
}

/** The taste that the fields say; null where one of them says none that the server would keep. */
export function tasteOf(draft: TasteDraft, { taste, bounds }: Tasted): Taste | null {
  const weights = { ...taste.weights };
  for (const { name, least, most, step } of bounds.weights) {
    const size = numberIn(draft.weights[name]);
    const weight = least < 0 ? 0 - size : size;
    if (!(weight >= least && weight <= most) || !Number.isInteger(weight / step)) return null;
    weights[name] = weight;
  }
  const halfLifeDays = numberIn(draft.halfLifeDays);
  const { least, most } = bounds.halfLifeDays;
  if (!Number.isInteger(halfLifeDays) || halfLifeDays < least || halfLifeDays > most) return null;
  return Object.values(weights).some((weight) => weight > 0) ? { weights, halfLifeDays } : null;
}

export function isSame(a: Taste, b: Taste): boolean {
  return a.halfLifeDays === b.halfLifeDays && eventNames(a).every((name) => a.weights[name] === b.weights[name]);
}

/** What of an amount is left after some days, 0 to 1. */
export function leftAfter(days: number, halfLifeDays: number): number {
  return 0.5 ** (days / halfLifeDays);
}

/** People write 1,5 and 1.5. */
function numberIn(text: string): number {
  const trimmed = text.trim().replace(',', '.');
  return trimmed === '' ? Number.NaN : Number(trimmed);
}
