import type { OpenShop } from '../collect/open-shop.ts';
import { inSlices } from '../profit/in-slices.ts';
import type { Sold } from '../profit/sale-book.ts';
import type { Period } from './credits.ts';
import { salesWithin } from './credits.ts';
import { eachOf } from './each-of.ts';
import { knownFor, type ShopWithShelves, soldOf } from './load-evidence.ts';
import { shownIn } from './products.ts';
import { readInParts } from './read-in-parts.ts';
import type { ResultsQuestion } from './results.ts';

/** Not shown on a shelf, not looked at, not bought. */
export const coldKinds = ['unshown', 'unseen', 'unsold'] as const;

export type ColdKind = (typeof coldKinds)[number];

/** How much of what is offered found anyone in a period. */
export interface Coverage {
  /** Products in stock. */
  offered: number;
  /** Of these, how many stood on a shelf. */
  shown: number;
  /** Of these, how many are cold, by kind. */
  cold: Record<ColdKind, number>;
}

export interface ColdProduct {
  product: string;
  name: string;
  category: string | null;
  /** ms since 1970: since when it is offered. */
  addedAt: number;
  shown: number;
  looks: number;
  /** Orders' pieces that were not returned. */
  pieces: number;
}

/** So many products that are alike have it among those that they lead to: beside them a shelf can show it, though nobody has done anything yet. */
export type Carried = ColdProduct & { carriedBy: number };

export interface ColdPage<Item = ColdProduct> {
  items: Item[];
  count: number;
  next: string | null;
}

export interface ColdQuestion extends ResultsQuestion {
  kind: ColdKind;
  cursor: number;
  limit: number;
}

/** Neighbours that are asked whether they lead back; and as far as a shelf of theirs would go. */
const neighbours = 6;
const reach = 12;

type Warmth = Pick<ColdProduct, 'shown' | 'looks' | 'pieces'>;

export async function coverage(question: ResultsQuestion, shop: ShopWithShelves): Promise<Coverage> {
  const warmth = await warmthIn(question, shop);
  const found: Coverage = { offered: 0, shown: 0, cold: { unshown: 0, unseen: 0, unsold: 0 } };
  await inSlices(eachOffered(shop, (id) => add(found, warmth(id))));
  return found;
}

/** Cold products of one kind, the newest first. */
export async function coldProducts(question: ColdQuestion, shop: ShopWithShelves): Promise<ColdPage> {
  const { kind, cursor, limit } = question;
  const { catalog } = shop;
  const warmth = await warmthIn(question, shop);
  const cold: string[] = [];
  await inSlices(
    eachOffered(shop, (id) => {
      if (isCold[kind](warmth(id))) cold.push(id);
    }),
  );
  const items = cold.slice(cursor, cursor + limit).flatMap((id) => {
    const product = catalog.get(id);
    if (!product) return [];
    const { name, category, addedAt } = product;
    return [{ product: id, name, category, addedAt, ...warmth(id) }];
  });
  return { items, count: cold.length, next: cursor + limit < cold.length ? String(cursor + limit) : null };
}

/** The same with who leads to each: some ms a product. */
export async function carriedProducts(question: ColdQuestion, shop: ShopWithShelves): Promise<ColdPage<Carried>> {
  const page = await coldProducts(question, shop);
  const items: Carried[] = [];
  await inSlices(
    (function* () {
      for (const item of page.items) {
        yield;
        items.push({ ...item, carriedBy: carriedBy(item.product, shop) });
      }
    })(),
  );
  return { ...page, items };
}

const isCold: Record<ColdKind, (warmth: Warmth) => boolean> = {
  unshown: ({ shown }) => shown === 0,
  unseen: ({ looks }) => looks === 0,
  unsold: ({ pieces }) => pieces <= 0,
};

function add(found: Coverage, warmth: Warmth): void {
  found.offered++;
  if (warmth.shown > 0) found.shown++;
  for (const kind of coldKinds) if (isCold[kind](warmth)) found.cold[kind]++;
}

function* eachOffered({ catalog }: Pick<OpenShop, 'catalog'>, look: (id: string) => void): Generator<void, void> {
  yield* eachOf(catalog.newest(), ({ id, inStock }) => {
    if (inStock) look(id);
  });
}

async function warmthIn(question: ResultsQuestion, shop: ShopWithShelves): Promise<(id: string) => Warmth> {
  const { sold } = await soldOf(shop);
  const shown = await shownIn(question, shop);
  const looks = await looksIn(question, shop);
  const pieces = await piecesIn(question, sold, shop);
  return (id) => ({ shown: shown.get(id) ?? 0, looks: looks.get(id) ?? 0, pieces: pieces.get(id) ?? 0 });
}

async function looksIn({ from, to }: Period, { store }: Pick<OpenShop, 'store'>): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  await readInParts(
    {
      columns: ['product', 'looks'],
      sql: 'SELECT product, sum(looks) AS looks FROM product_looks WHERE day >= ? AND day <= ? GROUP BY product',
      params: [from, to],
    },
    ([product, looks]) => found.set(String(product), Number(looks)),
    store,
  );
  return found;
}

async function piecesIn({ from, to }: Period, sold: Sold, shop: ShopWithShelves): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const known = await knownFor(sold, shop);
  const sales = salesWithin(sold, { from, to, known }, ({ lines }) => {
    for (const { product, pieces } of lines()) found.set(product, (found.get(product) ?? 0) + pieces);
  });
  await inSlices(sales);
  return found;
}

function carriedBy(id: string, { likeness, catalog }: Pick<OpenShop, 'likeness' | 'catalog'>): number {
  const isOffered = (other: string) => catalog.get(other)?.inStock === true;
  return likeness
    .similar([id], isOffered, neighbours)
    .filter(({ product }) => likeness.similar([product], isOffered, reach).some((found) => found.product === id))
    .length;
}
