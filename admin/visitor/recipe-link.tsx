import { parseResponse } from 'hono/client';
import type { Recipe } from '../../server/recommend/recipe.ts';
import type { Version } from '../../server/store/versions.ts';
import { client } from '../api/client.ts';
import { messages } from '../language/current.ts';
import { useLoad } from '../load/use-load.ts';
import { inLanguage } from '../questions/in-language.ts';
import { recipeName } from './recipe-words.ts';

/** The recipe of a receipt, `for-you@1`, by its name, with the way to that version; one of the shop's own by its heading. */
export function RecipeLink({ recipe }: { recipe: string }) {
  const t = messages.value.why;
  const [id = recipe, version = ''] = recipe.split('@');
  const usual = recipeName(id);
  const past = useLoad(() => (usual === id ? historyOf(id) : Promise.resolve(null)), [recipe, usual === id]);
  const was = past.value?.find((one) => String(one.version) === version)?.body;
  const name = was ? inLanguage(was.words) || messages.value.recipes.titles[was.title] : usual;
  const words = version === '' ? name : t.version(name, version);
  // Of one that was given up there is no page.
  if (past.value?.[0]?.body === null) {
    return (
      <>
        {words} <span class="soft">· {messages.value.recipes.givenUp}</span>
      </>
    );
  }
  return <a href={`/admin/recommendations/recipes/${id}?version=${version}`}>{words}</a>;
}

async function historyOf(id: string): Promise<readonly Version<Recipe>[]> {
  const { history } = await parseResponse(client.shelves.recipes[':id'].history.$get({ param: { id } }));
  return history;
}
