import { recipes } from '../../server/recommend/recipes.ts';
import { type Shopper, shopper } from './shopper.ts';
import type { Stage } from './stage.ts';

/** The home shelf of a shop, which shows what a built-in recipe brings of some categories alone. */
export function homeShelf(shop: () => Pick<Stage, 'origin' | 'owner'>) {
  const put = async (path: string, body: object) => {
    const answer = await shop().owner.ask(`/shelves/recipes${path}`, { method: 'PUT', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  const use = (recipe: string) => put('/slots/home', { recipe });

  return {
    use,
    useAmong: async (recipe: string, ...categories: string[]) => {
      const builtIn = recipes.find(({ id }) => id === recipe);
      if (!builtIn) throw new Error(recipe);
      const { version: _, ...rest } = { ...builtIn, id: `only-${recipe}`, fallback: null };
      await put(`/${rest.id}`, {
        recipe: { ...rest, only: { categories, brands: [], products: [] } },
        base: 0,
        note: '',
      });
      await use(rest.id);
    },
    /** What somebody sees on it. */
    look: async (visitor: Shopper = shopper(shop()), words: object = {}) => {
      visitor.open('/');
      const { answer } = await visitor.send([visitor.event('page_view')], { slots: ['home'], ...words });
      const shelf = answer?.slots.find(({ slot }) => slot === 'home')?.props as
        | { title: string; items: { id: string; reason: string }[] }
        | undefined;
      return { title: shelf?.title, items: shelf?.items.map(({ id, reason }) => ({ id, reason })) };
    },
  };
}
