import { Hono } from 'hono';
import { z } from 'zod';
import { campaignsUsing } from '../campaigns/uses-of.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { plainText } from '../plain-text.ts';
import { Problem } from '../problem.ts';
import { Draft } from '../recommend/draft.ts';
import { recipes as builtIn } from '../recommend/recipes.ts';
import type { Staff } from '../staff/table.ts';
import { jsonBody, query } from '../valid.ts';
import { exampleNames } from './examples.ts';
import { pastDecision } from './past-decision.ts';
import { preview } from './preview.ts';
import { readiness } from './readiness.ts';
import { replay } from './replay.ts';
import { wordsOf } from './words-of-catalog.ts';

type Env = { Variables: { shop: OpenShop; staff: Staff } };

const base = z.coerce.number().int().min(0);
const Kept = z.strictObject({
  recipe: Draft,
  /** The version that was changed; 0 for a new recipe. */
  base,
  note: z.string().trim().max(200).regex(plainText).default(''),
});
const Dropped = z.object({ base });
const Chosen = z.strictObject({ recipe: z.string().max(64) });
const Previewed = z.strictObject({
  recipe: Draft,
  who: z.union([
    z.strictObject({ visitor: z.string().min(1).max(200) }),
    z.strictObject({ example: z.enum(exampleNames) }),
  ]),
  product: z.string().min(1).max(200).nullable(),
  /** What lies in the cart; null: what the visitor has put there. */
  cart: z.array(z.string().min(1).max(200)).max(100).nullable().default(null),
});
const Again = z.strictObject({
  recipe: Draft,
  /** Decisions that asked this recipe; or those of a place, where the draft stands in for its recipe. */
  which: z.union([z.strictObject({ recipe: Draft.shape.id }), z.strictObject({ slot: z.string().min(1).max(64) })]),
  /** The `next` of the part before. */
  before: z.number().int().positive().nullable().default(null),
});
const Letters = z.object({ q: z.string().max(100).default('') });

/** What the shelves are made of, where each recipe is used, and what it would show. */
export function recipeRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/', (c) => {
      const shop = c.get('shop');
      return c.json({
        recipes: [...shop.recipes.values()],
        slots: Object.entries(shop.slots).flatMap(([slot, setup]) =>
          setup.widget === 'shelf' ? [{ slot, recipe: setup.recipe }] : [],
        ),
        builtIn,
        readiness: readiness(shop, now()),
      });
    })
    .get('/words', query(Letters), (c) => c.json(wordsOf(c.get('shop').catalog, c.req.valid('query').q)))
    .post('/preview', jsonBody(Previewed), async (c) => {
      const { recipe, ...page } = c.req.valid('json');
      return c.json(await preview({ ...recipe, version: 1 }, page, c.get('shop'), now()));
    })
    .post('/replay', jsonBody(Again), async (c) => {
      const { recipe, which, before } = c.req.valid('json');
      return c.json(await replay({ ...recipe, version: 1 }, which, before, c.get('shop')));
    })
    .get('/decisions/:id', async (c) => {
      const found = await pastDecision(c.req.param('id'), c.get('shop'));
      if (!found) throw new Problem(404, 'unknown-decision', 'There is no such decision in the log.');
      return c.json(found);
    })
    .put('/slots/:slot', jsonBody(Chosen), async (c) => {
      const { recipes, slotChoices } = c.get('shop');
      const { recipe } = c.req.valid('json');
      if (!recipes.has(recipe))
        throw new Problem(422, 'unknown-recipe', `There is no recipe "${recipe}".`, { field: 'recipe' });
      const slot = c.req.param('slot');
      if (!(await slotChoices.choose(slot, recipe, { by: c.get('staff').email, at: now() })))
        throw new Problem(404, 'unknown-slot', `There is no slot "${slot}" with a shelf.`);
      return c.body(null, 204);
    })
    .get('/slots/history', async (c) => c.json({ history: await c.get('shop').slotChoices.history() }))
    .get('/:id/history', (c) => c.json({ history: c.get('shop').recipeBook.history(c.req.param('id')) }))
    .put('/:id', jsonBody(Kept), async (c) => {
      const { recipe, base, note } = c.req.valid('json');
      if (recipe.id !== c.req.param('id'))
        throw new Problem(422, 'invalid', 'another recipe than that of the address', { field: 'recipe.id' });
      const said = { at: now(), by: c.get('staff').email, note };
      return c.json(await c.get('shop').recipeBook.keep({ ...recipe, version: 1 }, base, said));
    })
    .delete('/:id', query(Dropped), async (c) => {
      const { recipeBook, slots, campaigns } = c.get('shop');
      const id = c.req.param('id');
      const user = Object.entries(slots).find(([, setup]) => setup.widget === 'shelf' && setup.recipe === id);
      if (user) throw new Problem(409, 'recipe-used', `The slot "${user[0]}" uses it.`, { more: { usedBy: user[0] } });
      const [campaign] = campaignsUsing({ recipe: id }, campaigns.current.values());
      if (campaign)
        throw new Problem(409, 'recipe-used', `The campaign "${campaign.name}" uses it.`, {
          more: { usedBy: campaign.id },
        });
      const said = { at: now(), by: c.get('staff').email, note: '' };
      await recipeBook.drop(id, c.req.valid('query').base, said);
      return c.body(null, 204);
    });
}
