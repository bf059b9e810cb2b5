import type { Recipe } from '../../server/recommend/recipe.ts';
import { inLanguage } from '../questions/in-language.ts';
import { recipeName } from '../visitor/recipe-words.ts';

/** A recipe by its name, one of the shop's own by what the shelf is headed with. */
export function nameOf({ id, words }: Pick<Recipe, 'id' | 'words'>): string {
  const usual = recipeName(id);
  return usual === id ? inLanguage(words) || id : usual;
}
