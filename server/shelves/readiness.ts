import type { Catalog } from '../catalog/catalog.ts';
import type { ProductClocks } from '../customers/product-clocks.ts';
import type { OccasionBook } from '../occasions/occasion-book.ts';
import { newFor } from '../recommend/freshness.ts';
import type { ShelfModel } from '../recommend/model/shelf-model.ts';
import type { IngredientName } from '../recommend/recipe.ts';

/** Whether an ingredient has enough to go by: of what, how much there is, and from how much on it is ready. */
export interface Readiness {
  state: 'ready' | 'borrowing' | 'warming' | 'nothing';
  /** What speaks in its place, where it has too little of its own. */
  from: Parent | null;
  of: Basis;
  have: number;
  enough: number;
}

/** `country`: of a region; `category`: of a product; `popular`: of all that is bought. */
export type Parent = 'country' | 'category' | 'popular';

type Basis =
  | 'visits'
  | 'orders'
  | 'products'
  | 'new-products'
  | 'cheaper-products'
  | 'returned-products'
  | 'repeated-products'
  | 'placed-orders'
  | 'visitors-now'
  | 'orders-after-looks'
  | 'products-with-accessories'
  | 'gift-orders';

/** With fewer it speaks already, of few products and by chance. Rules of thumb. */
const enough: Record<IngredientName, { of: Basis; enough: number }> = {
  next: { of: 'visits', enough: 200 },
  'bought-together': { of: 'orders', enough: 100 },
  similar: { of: 'products', enough: 10 },
  category: { of: 'orders', enough: 30 },
  'liked-categories': { of: 'orders', enough: 30 },
  popular: { of: 'orders', enough: 30 },
  trending: { of: 'orders', enough: 100 },
  new: { of: 'new-products', enough: 4 },
  'new-since': { of: 'new-products', enough: 4 },
  'recently-viewed': { of: 'visits', enough: 1 },
  'price-dropped': { of: 'cheaper-products', enough: 4 },
  'back-in-stock': { of: 'returned-products', enough: 4 },
  'popular-near': { of: 'placed-orders', enough: 100 },
  'watched-now': { of: 'visitors-now', enough: 30 },
  'buy-again': { of: 'repeated-products', enough: 10 },
  'trending-category': { of: 'orders', enough: 300 },
  'trending-liked': { of: 'orders', enough: 300 },
  'viewed-then-bought': { of: 'orders-after-looks', enough: 200 },
  accessories: { of: 'orders', enough: 200 },
  gifts: { of: 'gift-orders', enough: 100 },
};

interface Learned {
  catalog: Catalog;
  model: Pick<ShelfModel, 'heard' | 'giftOrders' | 'borrowingRegions'>;
  occasions: Pick<OccasionBook, 'coming'>;
  customers: { productClocks: { current: Pick<ProductClocks, 'repeated'> } };
}

/** Of each ingredient. `now` in ms. */
export function readiness(
  { catalog, model, customers, occasions }: Learned,
  now: number,
): Record<IngredientName, Readiness> {
  const fresh = catalog.newest().findIndex(({ addedAt }) => addedAt <= now - newFor);
  const have: Record<Basis, number> = {
    ...model.heard(now),
    'gift-orders': model.giftOrders(occasions.coming(now)[0]?.past ?? [], now),
    products: catalog.size,
    'new-products': fresh < 0 ? catalog.size : fresh,
    'cheaper-products': [...catalog.moves.drops(now)].length,
    'repeated-products': customers.productClocks.current.repeated,
    'returned-products': [...catalog.moves.returns(now)].length,
    'products-with-accessories': catalog.newest().filter(({ details }) => details?.accessories).length,
  };
  const of = (use: IngredientName, wanted = enough[use]): Readiness => {
    const count = have[wanted.of];
    const state = count === 0 ? 'nothing' : count < wanted.enough ? 'warming' : 'ready';
    return { ...wanted, have: count, state, from: null };
  };
  const borrowing = (use: IngredientName, from: Parent, isBorrowing: boolean): Readiness =>
    isBorrowing ? { ...of(use), state: 'borrowing', from } : of(use);
  return {
    next: of('next'),
    'bought-together': of('bought-together'),
    similar: of('similar'),
    category: of('category'),
    'liked-categories': of('liked-categories'),
    popular: of('popular'),
    trending: of('trending'),
    new: of('new'),
    'new-since': of('new-since'),
    'recently-viewed': of('recently-viewed'),
    'price-dropped': of('price-dropped'),
    'back-in-stock': of('back-in-stock'),
    'popular-near': borrowing('popular-near', 'country', model.borrowingRegions(now) > 0),
    'watched-now': of('watched-now'),
    // Each product's clock is drawn to its category's, the more the less there is of it.
    'buy-again': borrowing('buy-again', 'category', of('buy-again').state === 'warming'),
    'trending-category': of('trending-category'),
    'trending-liked': of('trending-liked'),
    'viewed-then-bought': of('viewed-then-bought'),
    // What the shop says itself needs no orders.
    accessories:
      have['products-with-accessories'] > 0
        ? of('accessories', { of: 'products-with-accessories', enough: 1 })
        : of('accessories'),
    gifts: borrowing('gifts', 'popular', of('gifts').state !== 'ready' && have.orders > 0),
  };
}
