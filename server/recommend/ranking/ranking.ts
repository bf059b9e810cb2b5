import { z } from 'zod';

/** How a list of the shop's own may be put into another order for a visitor. */
const OfKind = z.strictObject({
  /** 0 leaves the shop's order; 1 lets what is known of the visitor count whole. */
  strength: z.number().min(0).max(1),
  /** The most places by which a product moves, up or down. */
  most: z.number().int().min(0).max(100),
  /** What is out of stock goes to the end. */
  sinks: z.boolean(),
});

/** Of search results somebody has said what they want; of a category only what kind of thing. */
export const Ranking = z.strictObject({ search: OfKind, category: OfKind });

export type Ranking = z.infer<typeof Ranking>;
export type RankingOfKind = z.infer<typeof OfKind>;
export const listKinds = ['search', 'category'] as const;
export type ListKind = (typeof listKinds)[number];

/** What a new shop has: a list that asks to be ranked is, and nothing jumps across pages. */
export const usualRanking: Ranking = {
  search: { strength: 0.5, most: 10, sinks: false },
  category: { strength: 1, most: 20, sinks: false },
};
