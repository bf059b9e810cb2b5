import type { OpenShop } from '../collect/open-shop.ts';
import { compare } from '../text-order.ts';
import type { Period } from './credits.ts';
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
  const { cursor, limit, sort } = question;
  const evidence = await loadEvidence(question, shop);
  const rows = tallyProducts(question, evidence);
  for (const [product, shown] of await shownIn(question, shop)) rowOf(rows, product).shown = shown;
  const sorted = [...rows.values()].sort(
    (a, b) => b[sort] - a[sort] || b.clicks - a.clicks || compare(a.product, b.product),
  );
  const items = sorted.slice(cursor, cursor + limit);
  for (const item of items) item.name = shop.catalog.get(item.product)?.name ?? null;
  return {
    currency: shop.shop.currency,
    items,
    count: sorted.length,
    next: cursor + limit < sorted.length ? String(cursor + limit) : null,
  };
}

/** Without how often each was shown. */
function tallyProducts(
  question: ResultsQuestion,
  { clicks, carts, credits }: Omit<ShelfEvidence, 'days'>,
): Map<string, ShelfProduct> {
  const asks = isAsked(question, () => '');
  const rows = new Map<string, ShelfProduct>();
  const orders = new Map<string, Set<number>>();
  const isIn = ({ day }: { day: string }) => question.from <= day && day <= question.to;
  for (const click of clicks) if (isIn(click) && asks(click) !== null) rowOf(rows, click.product).clicks++;
  for (const cart of carts) if (isIn(cart) && asks(cart.click) !== null) rowOf(rows, cart.click.product).carts++;
  for (const credit of credits) {
    const { click, order, counts, pieces, net } = credit;
    if (!isIn(credit) || asks(click) === null) continue;
    const row = rowOf(rows, click.product);
    row.pieces += pieces;
    row.net += net;
    if (!counts) continue;
    const known = orders.get(click.product) ?? new Set();
    orders.set(click.product, known.add(order));
    row.orders = known.size;
  }
  return rows;
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
