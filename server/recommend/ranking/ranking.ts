import { z } from 'zod';

/** How a list of the shop's own may be put into another order for a visitor. */
const OfKind = z.strictObject({
  /** Otherwise each list stays as the shop gave it. */
  isOn: z.boolean().default(true),
  /** 0 leaves the shop's order; 1 lets what is known of the visitor count whole. */
  strength: z.number().min(0).max(1),
  /** The most places by which a product moves, up or down. */
  most: z.number().int().min(0).max(100),
  /** So many stay at the beginning, whatever they are. */
  keepFirst: z.number().int().min(0).max(100).default(0),
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
  search: { isOn: true, strength: 0.5, most: 10, keepFirst: 0, sinks: false },
  category: { isOn: true, strength: 1, most: 20, keepFirst: 0, sinks: false },
};
