import type { Context } from 'hono';
import { z } from 'zod';
import type { ApiEnv } from '../api/access.ts';
import { shopId } from '../api/words.ts';
import { decideShelf } from '../decide/decide.ts';
import { evidenceFor } from '../decide/evidence.ts';
import { rungOf } from '../decide/looking.ts';
import { titleOf } from '../decide/shelf.ts';
import { newVisitor } from '../identity/visitor-token.ts';
import { Problem } from '../problem.ts';
import type { Recipe } from '../recommend/recipe.ts';
import { type AskerDeps, Asking, askerOf } from './asker.ts';
import { bodyOf } from './body.ts';
import { itemText } from './item-text.ts';
import { noteReceipt } from './note-receipt.ts';

const most = 24;

export const Wanted = Asking.extend({
  slot: z
    .string()
    .max(64)
    .optional()
    .describe('The place, as the panel has it: the recipe that the merchant has chosen for it.'),
  recipe: z.string().max(64).optional().describe('A recipe by its id, in place of a slot.'),
  limit: z.number().int().min(1).max(most).optional().describe('In place of the recipe’s own number.'),
  without: z.array(shopId).max(200).default([]).describe('What the page shows already.'),
}).refine(({ slot, recipe }) => (slot === undefined) !== (recipe === undefined), {
  message: 'name a slot or a recipe',
  path: ['slot'],
});

/** `POST /v1/recommendations`: what a shelf would show, for a shop that draws it itself. */
export async function answerRecommendations(c: Context<ApiEnv>, deps: AskerDeps): Promise<Response> {
  const body = await bodyOf(c, Wanted);
  const asker = await askerOf(c, body, deps);
  if (!asker) return c.body(null, 204);
  const { open, looking, visitor } = asker;
  const chosen = recipeOf(body, open);
  const recipes = body.limit === undefined ? open.recipes : shorter(open.recipes, body.limit);
  const recipe = recipes.get(chosen.recipe) ?? chosen.found;
  const evidence = evidenceFor(looking, open);
  const comparison = visitor === null ? { ...open.comparison, share: 0 } : open.comparison;
  const taken = new Set(body.without);
  const { seen, receipt, drawn } = decideShelf(
    ...([{ slot: chosen.slot, recipe }, looking, evidence, { recipes, comparison }, taken] as const),
  );
  const id = newVisitor();
  const decision = `${id}.0`;
  const about = { id: decision, slot: chosen.slot, widget: 'shelf', rung: rungOf(looking), consent: looking.consent };
  const receipts = [{ ...about, ...receipt, ...drawn }];
  noteReceipt({ id, visitor, page: body.page, receipts, now: looking.now }, open, deps);
  const items = seen.items.flatMap(({ id, reason }) => {
    const product = open.catalog.get(id);
    return product
      ? itemText(product, reason, { language: looking.language, timeZone: open.shop.timeZone }, evidence)
      : [];
  });
  const head = {
    decision,
    recipe: seen.recipe && `${seen.recipe.id}@${seen.recipe.version}`,
    title: seen.recipe && titleOf(seen.recipe, looking.language),
  };
  const text = `${JSON.stringify(head).slice(0, -1)},"items":[${items.join(',')}]}`;
  return c.body(text, 200, { 'content-type': 'application/json' });
}

/** What is asked for, and where it counts as shown. */
function recipeOf(
  { slot, recipe }: z.infer<typeof Wanted>,
  {
    slots,
    recipes,
  }: { slots: Readonly<Record<string, { widget: string; recipe?: string }>>; recipes: ReadonlyMap<string, Recipe> },
): { slot: string; recipe: string; found: Recipe } {
  const place = slot !== undefined && Object.hasOwn(slots, slot) ? slots[slot] : undefined;
  const name = recipe ?? place?.recipe;
  if (name === undefined)
    throw new Problem(422, 'unknown-slot', `There is no slot "${slot}" with a shelf.`, { field: 'slot' });
  const found = recipes.get(name);
  if (!found) throw new Problem(422, 'unknown-recipe', `There is no recipe "${name}".`, { field: 'recipe' });
  return { slot: slot ?? `recipe ${name}`, recipe: name, found };
}

function shorter(recipes: ReadonlyMap<string, Recipe>, limit: number): ReadonlyMap<string, Recipe> {
  return new Map(
    [...recipes].map(([id, recipe]) => [id, { ...recipe, limit, minimum: Math.min(recipe.minimum, limit) }]),
  );
}
