import { parseResponse } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import type { Preview, Who } from '../../server/shelves/preview.ts';
import { client } from '../api/client.ts';
import { type Problem, problemFrom } from '../api/problem.ts';
import type { Draft } from './draft.ts';

interface Previewed {
  /** The last one that could be had: it stays while the next one is on its way, or the draft is not whole. */
  preview: Preview | null;
  problem: Problem | null;
}

/** Null: none, and what the visitor has put into the cart. */
interface PreviewedPage {
  product: string | null;
  cart: string[] | null;
}

/** ms without a change after which the draft is tried. */
const pause = 250;

/** What a draft would show somebody. `who` is null until somebody is chosen. */
export function useRecipePreview(draft: Draft, who: Who | null, page: PreviewedPage): Previewed {
  const [state, setState] = useState<Previewed>({ preview: null, problem: null });
  useEffect(() => {
    if (who === null) {
      setState({ preview: null, problem: null });
      return;
    }
    let current = true;
    const timer = setTimeout(() => {
      // A new recipe is tried before it has a name.
      const recipe = { ...draft, id: draft.id === '' ? 'draft' : draft.id };
      parseResponse(client.shelves.recipes.preview.$post({ json: { recipe, who, ...page } })).then(
        (preview) => current && setState({ preview, problem: null }),
        (thrown: unknown) => current && setState((before) => ({ ...before, problem: problemFrom(thrown) })),
      );
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [JSON.stringify([draft, who, page])]);
  return state;
}
