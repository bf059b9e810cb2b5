import type { OpenShop } from '../collect/open-shop.ts';
import { rateOn, ratesOf } from '../orders/rates.ts';
import { dayCode, dayText } from '../profit/code-of.ts';
import { inSlices } from '../profit/in-slices.ts';
import { personNames } from '../profit/person-names.ts';
import type { Known } from '../profit/reckon.ts';
import type { Sold } from '../profit/sale-book.ts';
import { creditsOf, type Period, type Unrated } from './credits.ts';
import { eachOf } from './each-of.ts';
import type { CartCredit, ShelfDay, ShelfEvidence } from './figures.ts';
import { type Click, clickDays, type LastClick, lastClicks } from './last-click.ts';
import { readInParts } from './read-in-parts.ts';

/** What is asked of a shop. */
export type ShopWithShelves = Pick<
  OpenShop,
  'shop' | 'store' | 'catalog' | 'sales' | 'save' | 'shelves' | 'likeness' | 'people'
>;

/** All that happened on shelves in a period, and what followed from it: as it stands now, whoever was joined and whatever came back. */
export async function loadEvidence(
  { from, to }: Period,
  shop: ShopWithShelves,
): Promise<ShelfEvidence & { unrated: Unrated; counted: number }> {
  const { store } = shop;
  const { sold, counted } = await soldOf(shop);
  // One more: in the hour that a zone repeats, seven days are longer than that.
  const before = dayText(dayCode(from) - clickDays - 1);
  const clicks = await clicksOf({ from: before, to }, store);
  const last = await inSlices(lastClicks(clicks));
  // One after the other: slices of two of them would follow each other without a pause.
  const { credits, unrated } = await inSlices(creditsOf(sold, { from, to, known: await knownFor(sold, shop), last }));
  const carts = await cartsOf({ from, to }, last, store);
  const days = await daysOf({ from, to }, store);
  return { days, clicks, carts, credits, unrated, counted };
}

/** What was sold, with everything that is known by now in the file; and how much of the log the tables of shelves have: 0 to 1. */
export async function soldOf({
  save,
  shelves,
  sales,
}: Pick<ShopWithShelves, 'save' | 'shelves' | 'sales'>): Promise<{ sold: Sold; counted: number }> {
  await save();
  const counted = await shelves.refreshed();
  return { sold: await sales.read(), counted };
}

/** Rates alone: what things cost is no matter here. */
export async function knownFor(
  { columns: { currencies } }: Pick<Sold, 'columns'>,
  { store, shop }: Pick<ShopWithShelves, 'store' | 'shop'>,
): Promise<Known> {
  const others = currencies.all().filter((currency) => currency !== shop.currency);
  const rates = await ratesOf(others, store);
  return {
    ...{ currency: shop.currency, costs: [], rateOn: (currency, day) => rateOn(rates, currency, day) },
    ...{ rules: [], termsOn: () => [], monthly: null },
  };
}

type Reader = Pick<ShopWithShelves['store'], 'all'>;

async function clicksOf({ from, to }: Period, store: Reader): Promise<Click[]> {
  const clicks: Click[] = [];
  const visitors = new Set<string>();
  await readInParts(
    {
      columns: ['id', 'at', 'day', 'visitor', 'product', 'decision', 'slot', 'recipe', 'version'],
      sql: 'SELECT * FROM shelf_clicks WHERE day >= ? AND day <= ?',
      params: [from, to],
    },
    ([id, at, day, visitor, product, decision, slot, recipe, version]) => {
      visitors.add(String(visitor));
      clicks.push({
        ...{ id: String(id), at: Number(at), day: String(day), visitor: String(visitor), person: String(visitor) },
        ...{ product: String(product), decision: String(decision) },
        ...{ slot: String(slot), recipe: String(recipe), version: Number(version) },
      });
    },
    store,
  );
  const persons = await personNames([...visitors], store);
  await inSlices(
    eachOf(clicks, (click) => {
      click.person = persons.get(click.visitor) ?? click.visitor;
    }),
  );
  return clicks;
}

async function cartsOf({ from, to }: Period, last: LastClick, store: Reader): Promise<CartCredit[]> {
  const adds: { visitor: string; product: string; at: number; day: string }[] = [];
  const visitors = new Set<string>();
  await readInParts(
    {
      columns: ['visitor', 'product', 'at', 'day'],
      sql: 'SELECT * FROM cart_adds WHERE day >= ? AND day <= ?',
      params: [from, to],
    },
    ([visitor, product, at, day]) => {
      visitors.add(String(visitor));
      adds.push({ visitor: String(visitor), product: String(product), at: Number(at), day: String(day) });
    },
    store,
  );
  const persons = await personNames([...visitors], store);
  const found: CartCredit[] = [];
  await inSlices(
    eachOf(adds, ({ visitor, product, at, day }) => {
      const click = last.of(persons.get(visitor) ?? visitor, product, at);
      if (click) found.push({ click, day });
    }),
  );
  return found;
}

async function daysOf({ from, to }: Period, store: Reader): Promise<ShelfDay[]> {
  const rows = await store.all(
    'SELECT day, slot, recipe, version, sum(filled), sum(views) FROM shelf_days WHERE day >= ? AND day <= ? ' +
      "AND arm <> 'without' GROUP BY day, slot, recipe, version",
    [from, to],
  );
  return rows.map(([day, slot, recipe, version, filled, views]) => ({
    ...{ day: String(day), slot: String(slot), recipe: String(recipe), version: Number(version) },
    ...{ filled: Number(filled), views: Number(views) },
  }));
}
