import type { VisitorRow } from '../profiles/visitor.ts';
import { compare } from '../text-order.ts';
import { rowsByPerson } from '../visitors/people-list.ts';
import { loadEvidence, type ShopWithShelves } from './load-evidence.ts';
import { isAsked, type ResultsQuestion } from './results.ts';

/** One card that was opened, and what followed. */
export interface ShelfClick {
  id: string;
  /** ms since 1970. */
  at: number;
  /** Who: null of somebody who is counted without a profile. */
  who: VisitorRow | null;
  decision: string;
  slot: string;
  recipe: string;
  version: number;
  /** Of the product that was opened: put into a cart; kept of orders, in minor units of the shop's currency, null where none followed. */
  cart: boolean;
  net: number | null;
}

export interface ClicksPage {
  currency: string;
  product: string;
  name: string | null;
  items: ShelfClick[];
  next: string | null;
}

export interface ClicksQuestion extends ResultsQuestion {
  product: string;
  cursor: number;
  limit: number;
}

/** Who opened a product on a shelf, newest first, and whether they bought it. */
export async function shelfClicks(question: ClicksQuestion, shop: ShopWithShelves): Promise<ClicksPage> {
  const { product, cursor, limit, from, to } = question;
  const { clicks, carts, credits } = await loadEvidence(question, shop);
  const asks = isAsked(question, () => '');
  const bought = new Map<string, number>();
  for (const { click, net } of credits) bought.set(click.id, (bought.get(click.id) ?? 0) + net);
  const put = new Set(carts.map(({ click }) => click.id));
  // One that was before the period stands here where its order is within.
  const own = clicks
    .filter((click) => click.product === product && asks(click) !== null)
    .filter(({ day, id }) => (from <= day && day <= to) || bought.has(id))
    .sort((a, b) => b.at - a.at || compare(a.id, b.id));
  const page = own.slice(cursor, cursor + limit);
  const people = await rowsByPerson([...new Set(page.map(({ person }) => person))], shop);
  return {
    ...{ currency: shop.shop.currency, product, name: shop.catalog.get(product)?.name ?? null },
    items: page.map(({ id, at, person, decision, slot, recipe, version }) => ({
      ...{ id, at, who: people.get(person) ?? null, decision, slot, recipe, version },
      ...{ cart: put.has(id), net: bought.get(id) ?? null },
    })),
    next: cursor + limit < own.length ? String(cursor + limit) : null,
  };
}
