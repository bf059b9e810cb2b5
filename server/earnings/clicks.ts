import { fromRow } from '../log/log-event.ts';
import type { Reason } from '../log/reason.ts';
import type { Receipt } from '../log/receipt.ts';
import type { VisitorRow } from '../profiles/visitor.ts';
import { compare } from '../text-order.ts';
import { namesIn } from '../visitors/names-in.ts';
import { rowsByPerson } from '../visitors/people-list.ts';
import type { Click } from './last-click.ts';
import { loadEvidence, type ShopWithShelves } from './load-evidence.ts';
import { isAsked, type ResultsQuestion } from './results.ts';
import { eventOfDecision } from './shelf-facts.ts';

/** One card that was opened, and what followed. */
export interface ShelfClick {
  id: string;
  /** ms since 1970. */
  at: number;
  /** Who: null of somebody who is counted without a profile. */
  who: VisitorRow | null;
  slot: string;
  recipe: string;
  version: number;
  /** Why the product stood there, as its receipt says; and at which place of the shelf, from 1 on. */
  reason: Reason | null;
  place: number | null;
  /** Of the product that was opened: put into a cart; kept of orders, in minor units of the shop's currency, null where none followed. */
  cart: boolean;
  net: number | null;
}

export interface ClicksPage {
  currency: string;
  product: string;
  name: string | null;
  items: ShelfClick[];
  /** Product -> name, of those that reasons speak of. */
  names: Record<string, string>;
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
  const receipts = await receiptsOf(page, shop);
  const nameOf = (id: string) => shop.catalog.get(id)?.name ?? null;
  return {
    ...{ currency: shop.shop.currency, product, name: nameOf(product) },
    items: page.map(({ id, at, person, decision, slot, recipe, version }) => {
      const shown = receipts.get(decision)?.shown ?? [];
      const place = shown.findIndex((one) => one.id === product);
      return {
        ...{ id, at, who: people.get(person) ?? null, slot, recipe, version },
        ...{ reason: shown[place]?.reason ?? null, place: place < 0 ? null : place + 1 },
        ...{ cart: put.has(id), net: bought.get(id) ?? null },
      };
    }),
    names: namesIn(
      [...receipts.values()].map((receipt) => ({ ...receipt, inputs: {} })),
      nameOf,
    ),
    next: cursor + limit < own.length ? String(cursor + limit) : null,
  };
}

/** By their ids. */
async function receiptsOf(
  clicks: readonly Click[],
  { store }: Pick<ShopWithShelves, 'store'>,
): Promise<Map<string, Receipt>> {
  const events = [...new Set(clicks.map(({ decision }) => eventOfDecision(decision)))];
  const rows = await store.all(
    'SELECT id, visitor, at, name, body FROM log WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(events)],
  );
  const receipts = rows.flatMap((row) => fromRow(row).receipts ?? []);
  return new Map(receipts.map((receipt) => [receipt.id, receipt]));
}
