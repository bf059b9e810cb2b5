import type { OpenShop } from '../collect/open-shop.ts';
import { inSlices } from '../profit/in-slices.ts';
import { sorting } from '../sorting.ts';
import { compare } from '../text-order.ts';
import type { Period } from './credits.ts';
import { eachOf } from './each-of.ts';
import { eachWithin } from './each-within.ts';
import type { ShelfEvidence } from './figures.ts';
import { loadEvidence, type ShopWithShelves } from './load-evidence.ts';
import { readInParts } from './read-in-parts.ts';
import { isAsked, type ResultsQuestion } from './results.ts';

export interface ShelfProduct {
  product: string;
  name: string | null;
  /** How often it stood on a shelf. */
  shown: number;
  clicks: number;
  carts: number;
  orders: number;
  pieces: number;
  /** Minor units of the shop's currency. */
  net: number;
}

export interface ProductsPage {
  currency: string;
  items: ShelfProduct[];
  count: number;
  next: string | null;
}

export const productSorts = ['net', 'clicks', 'shown'] as const;

export interface ProductsQuestion extends ResultsQuestion {
  sort: (typeof productSorts)[number];
  cursor: number;
  limit: number;
}

/** What each product brought from the shelves on which it stood. */
export async function shelfProducts(question: ProductsQuestion, shop: ShopWithShelves): Promise<ProductsPage> {
  const { cursor, limit } = question;
  const evidence = await loadEvidence(question, shop);
  const shown = await shownIn(question, shop);
  const sorted = await inSlices(sortedProducts(question, { ...evidence, shown }));
  const items = sorted.slice(cursor, cursor + limit);
  await inSlices(
    eachOf(items, (item) => {
      item.name = shop.catalog.get(item.product)?.name ?? null;
    }),
  );
  return {
    currency: shop.shop.currency,
    items,
    count: sorted.length,
    next: cursor + limit < sorted.length ? String(cursor + limit) : null,
  };
}

function* sortedProducts(
  question: ProductsQuestion,
  { clicks, carts, credits, shown }: Omit<ShelfEvidence, 'days'> & { shown: ReadonlyMap<string, number> },
): Generator<void, ShelfProduct[]> {
  const asks = isAsked(question, () => '');
  const rows = new Map<string, ShelfProduct>();
  const orders = new Map<string, Set<number>>();
  yield* eachWithin(question, clicks, (click) => {
    if (asks(click) !== null) rowOf(rows, click.product).clicks++;
  });
  yield* eachWithin(question, carts, ({ click }) => {
    if (asks(click) !== null) rowOf(rows, click.product).carts++;
  });
  yield* eachWithin(question, credits, ({ click, order, counts, pieces, net }) => {
    if (asks(click) === null) return;
    const row = rowOf(rows, click.product);
    row.pieces += pieces;
    row.net += net;
    if (!counts) return;
    const known = orders.get(click.product) ?? new Set();
    orders.set(click.product, known.add(order));
    row.orders = known.size;
  });
  yield* eachOf(shown, ([product, times]) => {
    rowOf(rows, product).shown = times;
  });
  const { sort } = question;
  return yield* sorting(
    [...rows.values()],
    (a, b) => b[sort] - a[sort] || b.clicks - a.clicks || compare(a.product, b.product),
  );
}

function rowOf(rows: Map<string, ShelfProduct>, product: string): ShelfProduct {
  const known = rows.get(product);
  if (known) return known;
  const fresh = { product, name: null, shown: 0, clicks: 0, carts: 0, orders: 0, pieces: 0, net: 0 };
  rows.set(product, fresh);
  return fresh;
}

/** Product -> how often it stood on a shelf. */
export async function shownIn(
  { from, to, slot, recipe }: Period & Pick<ResultsQuestion, 'slot' | 'recipe'>,
  { store }: Pick<OpenShop, 'store'>,
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  await readInParts(
    {
      columns: ['product', 'shown'],
      sql:
        'SELECT product, sum(shown) AS shown FROM shelf_products WHERE day >= ?1 AND day <= ?2 ' +
        'AND (?3 IS NULL OR slot = ?3) AND (?4 IS NULL OR recipe = ?4) GROUP BY product',
      params: [from, to, slot ?? null, recipe ?? null],
    },
    ([product, shown]) => found.set(String(product), Number(shown)),
    store,
  );
  return found;
}
