import type { Recipe } from '../../server/recommend/recipe.ts';

/** A recipe as it is being written: its version is given as it is kept. */
export type Draft = Omit<Recipe, 'version'>;

/** A change to some of its parts. */
export type Change = (part: Partial<Draft>) => void;

export function draftOf({ version: _, ...recipe }: Recipe): Draft {
  return recipe;
}

/** What a new recipe begins with: it shows something in every shop. */
export const blank: Draft = {
  id: '',
  title: 'popular',
  words: {},
  anchor: 'none',
  lookBack: null,
  ingredients: [{ use: 'popular', weight: 1 }],
  exclude: [],
  only: { categories: [], brands: [], products: [] },
  never: { categories: [], brands: [], products: [] },
  price: null,
  boosts: [],
  pins: [],
  atMost: { category: null, brand: null },
  shuffle: 0,
  limit: 12,
  minimum: 1,
  fallback: 'new',
};
