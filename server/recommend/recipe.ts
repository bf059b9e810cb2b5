import { z } from 'zod';
import { plainText } from '../plain-text.ts';

const name = z.string().trim().min(1).max(200).regex(plainText);
const wording = z.string().trim().min(1).max(100).regex(plainText).optional();
export const Scope = z.strictObject({
  categories: z.array(name).max(50),
  brands: z.array(name).max(50),
  products: z.array(name).max(200),
});
const percent = z.number().min(-95).max(1_000).nullable();
const most = z.number().int().min(1).max(24).nullable();
const factor = z.number().min(0.1).max(10);

/** What a shelf is made of, as data: a merchant can read, change and version it. */
export const Recipe = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'an id begins with a small Latin letter and has at most 40 letters, digits and -'),
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
    'recentlyViewed',
    'better',
    'priceDropped',
    'backInStock',
    'popularNear',
    'watchedNow',
    'buyAgain',
    'boughtInstead',
    'accessories',
    'forLastOrder',
    'gifts',
  ]),
  /** The shop's own words for it, in place of the usual ones. */
  words: z.strictObject({ en: wording, uk: wording, ro: wording, ru: wording }),
  /** What the ingredients look at. */
  anchor: z.enum(['product', 'session', 'cart', 'history', 'last-order', 'none']),
  /**
   * Days after which what was seen or bought is no anchor of `history` any more, and an order says nothing of what is `popular`; null for
   * never. What is popular over more days than are counted one by one (`longestWindow`) is as with null: the older, the less it says.
   */
  lookBack: z.number().int().min(1).max(730).nullable(),
  ingredients: z
    .array(
      z.strictObject({
        use: z.enum([
          'next',
          'bought-together',
          'similar',
          'category',
          'liked-categories',
          'popular',
          'trending',
          'new',
          'new-since',
          'recently-viewed',
          'price-dropped',
          'back-in-stock',
          'popular-near',
          'watched-now',
          'buy-again',
          'trending-category',
          'trending-liked',
          'viewed-then-bought',
          'accessories',
          'gifts',
        ]),
        weight: z.number().positive().max(100),
      }),
    )
    .min(1)
    .max(10)
    .refine((all) => new Set(all.map(({ use }) => use)).size === all.length, 'each ingredient is used once'),
  /** Taken away beside what no recipe may show: what is not offered, out of stock, in the cart, or on the page already. */
  exclude: z.array(z.enum(['anchor', 'bought-lately'])).max(2),
  /** Nothing but what is in one of these categories, of one of these brands or one of these products; all where none is named. */
  only: Scope,
  never: Scope,
  /**
   * Percent by which a price is above (or, below zero, under) that of the dearest anchor: at least, at most. What cannot be compared is
   * left out. The product of the page is the anchor of a recipe that has none.
   */
  price: z.strictObject({ least: percent, most: percent }).nullable(),
  /** What counts this many times as much; of `new` and `margin` the more, the newer it is and the larger its share of the price. */
  boosts: z
    .array(
      z.discriminatedUnion('what', [
        z.strictObject({ what: z.enum(['category', 'brand']), value: name, factor }),
        z.strictObject({ what: z.enum(['new', 'margin']), factor }),
      ]),
    )
    .max(20),
  /** Products that stand in a place, from 1, wherever they may be shown at all. */
  pins: z
    .array(z.strictObject({ product: name, place: z.number().int().min(1).max(24) }))
    .max(24)
    .refine((pins) => new Set(pins.map(({ place }) => place)).size === pins.length, 'each place has one product')
    .refine((pins) => new Set(pins.map(({ product }) => product)).size === pins.length, 'each product has one place'),
  /** At most so many of one category, of one brand. */
  atMost: z.strictObject({ category: most, brand: most }),
  /** The first so many change places, another way for each visitor and day; 0 for none. */
  shuffle: z.number().int().min(0).max(24),
  limit: z.number().int().min(1).max(24),
  /** With fewer products than this the fallback is tried. */
  minimum: z.number().int().min(1).max(24),
  fallback: z.string().max(64).nullable(),
});

export type Recipe = z.infer<typeof Recipe>;
export type Scope = z.infer<typeof Scope>;
export type IngredientName = Recipe['ingredients'][number]['use'];
export type FilterName =
  | Recipe['exclude'][number]
  | 'not-in-catalogue'
  | 'out-of-stock'
  | 'not-sold-here'
  | 'in-cart'
  | 'on-this-page'
  | 'not-among'
  | 'never'
  | 'price-relation'
  /** Another variant of what the page is about, of what is in the cart, or of what stands there. */
  | 'variant';

const nothing: Scope = { categories: [], brands: [], products: [] };

/** What a recipe says that says no more than what it is made of. */
export const plainRecipe = {
  words: {},
  lookBack: null,
  only: nothing,
  never: nothing,
  price: null,
  boosts: [],
  pins: [],
  atMost: { category: null, brand: null },
  shuffle: 0,
} satisfies Partial<Recipe>;
