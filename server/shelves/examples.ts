import { fold } from '../profiles/fold.ts';
import { emptyProfile, type Profile } from '../profiles/profile.ts';
import type { ShelfModel } from '../recommend/model/shelf-model.ts';

export const exampleNames = ['new', 'cart', 'regular'] as const;
/** Somebody who is nobody: on their first visit; with something in the cart; a customer who comes again. */
export type Example = (typeof exampleNames)[number];

const day = 86_400_000;

/** What these would have done, with what the shop sells most. `now` in ms. */
export function exampleProfile(
  example: Example,
  shop: {
    model: Pick<ShelfModel, 'popular'>;
    catalog: { get(id: string): { category: string | null } | undefined; newest(): readonly { id: string }[] };
  },
  now: number,
): Profile {
  const profile = emptyProfile();
  const isListed = (id: string) => shop.catalog.get(id) !== undefined;
  const sold = shop.model.popular(isListed, 5).map(({ product }) => product);
  const known =
    sold.length > 0
      ? sold
      : shop.catalog
          .newest()
          .slice(0, 5)
          .map(({ id }) => id);
  const did = (name: string, ids: readonly string[], at: number) => {
    if (ids.length === 0) return;
    const items = ids.map((id) => {
      const category = shop.catalog.get(id)?.category;
      return { id, quantity: 1, ...(category ? { category } : {}) };
    });
    fold(profile, { id: `example ${name} ${at}`, visitor: 'example', at, name, items });
  };
  if (example === 'cart') {
    did('view_item', known.slice(0, 1), now - 4 * 60_000);
    did('add_to_cart', known.slice(0, 1), now - 3 * 60_000);
  }
  if (example === 'regular') {
    did('view_item', known.slice(0, 3), now - 41 * day);
    did('purchase', known.slice(0, 2), now - 40 * day);
    did('view_item', known.slice(1, 4), now - 6 * day);
    did('view_item', known.slice(3, 5), now - 5 * 60_000);
  }
  return profile;
}
