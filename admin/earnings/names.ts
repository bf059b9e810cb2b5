import { messages } from '../language/current.ts';
import type { Recipes } from '../recommendations/load-recipes.ts';
import { nameOf } from '../recommendations/name-of.ts';
import { recipeName } from '../visitor/recipe-words.ts';

/** A place by its name in the panel's language; one of the merchant's own by its id. */
export function slotName(slot: string): string {
  const titles: Record<string, { title: string }> = messages.value.slots;
  return (Object.hasOwn(titles, slot) && titles[slot]?.title) || slot;
}

/** A recipe by its name, though it may have been given up by now. */
export function recipeNameIn(id: string, known: Recipes | null): string {
  const recipe = known?.recipes.find((one) => one.id === id);
  return recipe ? nameOf(recipe) : recipeName(id);
}
