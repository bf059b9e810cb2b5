import { z } from 'zod';

/** What a shelf is made of, as data: a merchant can read, change and version it. */
export const Recipe = z.object({
  id: z.string().min(1).max(64),
  version: z.number().int().positive(),
  /** Message key of the shelf's title. */
  title: z.enum([
    'forYou',
    'popular',
    'boughtTogether',
    'goesWithCart',
    'newSince',
    'new',
    'sameCategory',
    'viewedNext',
  ]),
  /** What the ingredients look at. */
  anchor: z.enum(['product', 'session', 'cart', 'history', 'none']),
  ingredients: z
    .array(
      z.object({
        use: z.enum(['next', 'bought-together', 'category', 'liked-categories', 'popular', 'new', 'new-since']),
        weight: z.number().positive(),
      }),
    )
    .min(1),
  /** Taken away beside what no recipe may show: what is not offered, out of stock, in the cart, or on the page already. */
  exclude: z.array(z.enum(['anchor', 'bought-lately'])),
  limit: z.number().int().min(1).max(24),
  /** With fewer products than this the fallback is tried. */
  minimum: z.number().int().min(1),
  fallback: z.string().nullable(),
});

export type Recipe = z.infer<typeof Recipe>;
export type IngredientName = Recipe['ingredients'][number]['use'];
export type FilterName = Recipe['exclude'][number] | 'not-in-catalogue' | 'out-of-stock' | 'in-cart' | 'on-this-page';
