import { z } from 'zod';
import { type TellingEvent, telling } from './interest.ts';

/** What an event says about a liking for its items, and after how many days half of that is forgotten. */
export interface Taste {
  weights: Record<TellingEvent, number>;
  halfLifeDays: number;
}

export const defaultTaste: Taste = {
  weights: {
    view_item: 1,
    select_item: 1,
    add_to_wishlist: 3,
    remove_from_wishlist: -2,
    add_to_cart: 4,
    remove_from_cart: -3,
    purchase: 8,
    refund: -8,
    complaint: -6,
  },
  halfLifeDays: 60,
};

/** The farthest that a weight may be from nothing, and its smallest step. */
export const weightBounds = { most: 50, step: 0.5 } as const;
export const halfLifeBounds = { least: 1, most: 730 } as const;

/** What speaks for a liking may be made to say nothing, but never to speak against it; and the other way round. */
export const speaksFor = (name: TellingEvent): boolean => defaultTaste.weights[name] > 0;

const { most, step } = weightBounds;
const forIt = z.number().min(0, `from 0 to ${most}`).max(most, `from 0 to ${most}`).multipleOf(step);
const againstIt = z.number().min(-most, `from -${most} to 0`).max(0, `from -${most} to 0`).multipleOf(step);

/** A merchant's. */
export const TasteIn = z.object({
  weights: z
    .strictObject({
      view_item: forIt,
      select_item: forIt,
      add_to_wishlist: forIt,
      remove_from_wishlist: againstIt,
      add_to_cart: forIt,
      remove_from_cart: againstIt,
      purchase: forIt,
      refund: againstIt,
      complaint: againstIt,
    })
    .refine((weights) => telling.some((name) => weights[name] > 0), 'something has to speak for a liking'),
  halfLifeDays: z.number().int().min(halfLifeBounds.least).max(halfLifeBounds.most),
}) satisfies z.ZodType<Taste>;
