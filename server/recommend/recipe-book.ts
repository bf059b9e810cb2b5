import { asc } from 'drizzle-orm';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { Recipe } from './recipe.ts';
import { recipes as builtIn } from './recipes.ts';
import { recipeVersions } from './table.ts';

/** The shop's recipes in memory, with all that they have been. */
export interface RecipeBook {
  /** Those that hold now, by id: the same map for good, which each decision asks. */
  readonly current: ReadonlyMap<string, Recipe>;
  /** Of one recipe, newest first; those that a new shop has begin with the version that it has. */
  history(id: string): readonly RecipeVersion[];
  /**
   * Keeps a recipe as its next version. `base`: the version that was changed, 0 for a new one. Throws a `Problem` where
   * another one holds meanwhile, or where its fallbacks lead nowhere or round in a circle.
   */
  keep(recipe: Recipe, base: number, said: Said): Promise<Recipe>;
  /** Gives one of the shop's own up. Throws a `Problem` where another one falls back to it. */
  drop(id: string, base: number, said: Said): Promise<void>;
}

export interface RecipeVersion {
  version: number;
  /** Null where it was given up. */
  recipe: Recipe | null;
  /** Null for one that came with the shop. */
  said: Said | null;
}

export interface Said {
  /** ms since 1970. */
  at: number;
  by: string;
  note: string;
}

const most = 60;

export async function openRecipes({ db, write }: Pick<Store, 'db' | 'write'>): Promise<RecipeBook> {
  const current = new Map(builtIn.map((recipe) => [recipe.id, recipe]));
  const kept = new Map<string, RecipeVersion[]>();
  const rows = await db.select().from(recipeVersions).orderBy(asc(recipeVersions.recipe), asc(recipeVersions.version));
  for (const { recipe, version, body, at, by, note } of rows) {
    take(recipe, { version, recipe: body === null ? null : Recipe.parse(JSON.parse(body)), said: { at, by, note } });
  }
  let turn: Promise<unknown> = Promise.resolve();

  function take(id: string, version: RecipeVersion): void {
    kept.set(id, [version, ...(kept.get(id) ?? [])]);
    if (version.recipe) current.set(id, version.recipe);
    else current.delete(id);
  }

  async function append(id: string, recipe: Recipe | null, base: number, said: Said): Promise<void> {
    const newest = history(id)[0];
    const holds = current.get(id)?.version ?? 0;
    if (base !== holds)
      throw new Problem(409, 'recipe-changed', `"${id}" has changed meanwhile: version ${holds} holds now.`, {
        field: 'base',
      });
    const version = (newest?.version ?? 0) + 1;
    const next = recipe && { ...recipe, version };
    const { at, by, note } = said;
    await write([
      {
        sql: 'INSERT INTO recipe_versions (recipe, version, body, at, by, note) VALUES (?, ?, ?, ?, ?, ?)',
        params: [id, version, next && JSON.stringify(next), at, by, note],
      },
    ]);
    take(id, { version, recipe: next, said });
  }

  /** One after the other: each is held against what the one before has left. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  }

  function history(id: string): readonly RecipeVersion[] {
    const first = builtIn.find((recipe) => recipe.id === id);
    const versions = kept.get(id) ?? [];
    return first ? [...versions, { version: first.version, recipe: first, said: null }] : versions;
  }

  return {
    current,
    history,
    keep: (recipe, base, said) =>
      inTurn(async () => {
        const { id } = recipe;
        if (!current.has(id) && current.size >= most)
          throw new Problem(409, 'too-many-recipes', `A shop has at most ${most} recipes; delete one first.`);
        checkFallbacks(recipe, current);
        await append(id, recipe, base, said);
        return current.get(id) ?? recipe;
      }),
    drop: (id, base, said) =>
      inTurn(async () => {
        if (!current.has(id)) throw new Problem(404, 'unknown-recipe', `There is no recipe "${id}".`);
        if (builtIn.some((recipe) => recipe.id === id))
          throw new Problem(409, 'built-in', 'What a new shop has stays; it can be taken back to what it was.');
        const user = [...current.values()].find(({ fallback }) => fallback === id);
        if (user)
          throw new Problem(409, 'recipe-used', `"${user.id}" falls back to it.`, { more: { usedBy: user.id } });
        await append(id, null, base, said);
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
