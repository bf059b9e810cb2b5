import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { openVersions, type Said, type Version } from '../store/versions.ts';
import { Recipe } from './recipe.ts';
import { recipes as builtIn } from './recipes.ts';

/** The shop's recipes in memory, with all that they have been. */
export interface RecipeBook {
  /** Those that hold now, by id: the same map for good, which each decision asks. */
  readonly current: ReadonlyMap<string, Recipe>;
  /** Of one recipe, newest first; those that a new shop has begin with the version that it has. */
  history(id: string): readonly Version<Recipe>[];
  /**
   * Keeps a recipe as its next version. `base`: the version that was changed, 0 for a new one. Throws a `Problem` where
   * another one holds meanwhile, or where its fallbacks lead nowhere or round in a circle.
   */
  keep(recipe: Recipe, base: number, said: Said): Promise<Recipe>;
  /** Gives one of the shop's own up. Throws a `Problem` where another one falls back to it. */
  drop(id: string, base: number, said: Said): Promise<void>;
}

const most = 60;

export async function openRecipes(store: Pick<Store, 'all' | 'write'>): Promise<RecipeBook> {
  const versions = await openVersions(store, { name: 'recipe', parse: (body) => Recipe.parse(body), builtIn });
  const { current, history } = versions;
  return {
    current,
    history,
    keep: async (recipe, base, said) => {
      const { id } = recipe;
      await versions.keep(id, recipe, base, said, () => {
        if (!current.has(id) && current.size >= most)
          throw new Problem(409, 'too-many-recipes', `A shop has at most ${most} recipes; delete one first.`);
        checkFallbacks(recipe, current);
      });
      return current.get(id) ?? recipe;
    },
    drop: (id, base, said) =>
      versions.keep(id, null, base, said, () => {
        if (!current.has(id)) throw new Problem(404, 'unknown-recipe', `There is no recipe "${id}".`);
        if (builtIn.some((recipe) => recipe.id === id))
          throw new Problem(409, 'built-in', 'What a new shop has stays; it can be taken back to what it was.');
        const user = [...current.values()].find(({ fallback }) => fallback === id);
        if (user)
          throw new Problem(409, 'recipe-used', `"${user.id}" falls back to it.`, { more: { usedBy: user.id } });
      }),
  };
}

function checkFallbacks(recipe: Recipe, current: ReadonlyMap<string, Recipe>): void {
  const passed = [recipe.id];
  for (let next = recipe.fallback; next !== null; ) {
    if (passed.includes(next))
      throw new Problem(422, 'fallback-loop', `The fallbacks go round: ${[...passed, next].join(', ')}.`, {
        field: 'fallback',
      });
    passed.push(next);
    const found = current.get(next);
    if (!found) throw new Problem(422, 'unknown-recipe', `There is no recipe "${next}".`, { field: 'fallback' });
    next = found.fallback;
  }
}
