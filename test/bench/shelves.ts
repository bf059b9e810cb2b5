import { usualCommon } from '../../server/campaigns/common.ts';
import { localTimeIn } from '../../server/campaigns/local-time.ts';
import { planOf } from '../../server/campaigns/prepare.ts';
import { createCatalog } from '../../server/catalog/catalog.ts';
import type { Past } from '../../server/catalog/past.ts';
import { fitProductClocks } from '../../server/customers/product-clocks.ts';
import { decide, type Setup } from '../../server/decide/decide.ts';
import type { Looking } from '../../server/decide/looking.ts';
import { usualOrderForm } from '../../server/order-form/order-form.ts';
import { fold } from '../../server/profiles/fold.ts';
import { emptyProfile } from '../../server/profiles/profile.ts';
import { defaultTaste } from '../../server/profiles/taste.ts';
import { createLikeness } from '../../server/recommend/content/likeness.ts';
import { createItemNumbers } from '../../server/recommend/model/item-numbers.ts';
import { createOrders } from '../../server/recommend/model/orders.ts';
import { createShelfModel } from '../../server/recommend/model/shelf-model.ts';
import { createVisits } from '../../server/recommend/model/visits.ts';
import { fitNextItem } from '../../server/recommend/next/fit-next-item.ts';
import type { NextItemModel } from '../../server/recommend/next/next-item.ts';
import { type Sessions, sessionsOf } from '../../server/recommend/next/sessions.ts';
import { recipes } from '../../server/recommend/recipes.ts';
import { percentile } from './percentile.ts';

const people = 1_500;
const rounds = 5;
const ordersEvery = 20;

/**
 * A page with three shelves in a shop of the model's size: what one whole decision costs, filters, reasons, words and receipt
 * with it, best of five; and what it costs that somebody looks at a product, which the very next answer knows.
 */
export function benchShelves(visits: NextItemModel, seen: Sessions, progress: (line: string) => void) {
  const numbers = createItemNumbers();
  for (let item = 0; item < seen.itemCount; item++) numbers.of(`P${item}`);
  progress('making and fitting orders');
  const orders = ordersOf(seen);
  const { index: _, ...ofOrders } = toEnd(fitNextItem(sessionsOf(orders, seen.itemCount), { kind: 'baskets' }));
  const { index, ...ofVisits } = visits;
  const catalog = createCatalog(
    numbers.names.map((id, item) => ({
      ...{
        id,
        name: `Product ${item}`,
        category: `Shelf ${item % 300}`,
        brand: null,
        price: 1_000 + item,
        currency: 'EUR',
      },
      ...{
        cost: null,
        costCurrency: null,
        details: null,
        image: null,
        url: `https://shop.example/${id}`,
        inStock: item % 9 > 0,
      },
      addedAt: item * 60_000,
    })),
    pastsOf(numbers.names.length, orders.length * 60_000),
  );
  const groups = { of: (product: string) => catalog.get(product)?.category ?? null, version: () => catalog.version };
  const bought = createOrders(groups, numbers);
  for (const [at, order] of orders.entries())
    bought.add(
      `${at}`,
      order.map((item) => `P${item}`),
      at * 60_000,
      { place: `UA-${10 + (at % 25)}`, buyer: `${at % 40_000}` },
    );
  const model = createShelfModel(groups, {
    visits: createVisits(numbers, { index, open: new Map() }),
    orders: bought,
    fits: {
      visits: { fitted: ofVisits, sessions: index.sessions },
      orders: { fitted: ofOrders, sessions: orders.length },
    },
  });
  const clocks = toEnd(fitProductClocks([], { now: 0, catalog }));
  const likeness = createLikeness(catalog);
  toEnd(likeness.settle());
  const setup: Setup = {
    ...{
      catalog,
      model,
      likeness,
      recipes: new Map(recipes.map((recipe) => [recipe.id, recipe])),
      questions: { all: () => [] },
      finders: { all: () => [], get: () => undefined },
    },
    comparison: { share: 0, instead: 'own' },
    orderForm: { current: usualOrderForm },
    campaigns: { plan: planOf([]), common: { current: usualCommon } },
    coupons: { left: () => 0 },
    alerts: { canMail: false },
    audience: {
      get basis(): never {
        throw new Error('no campaign asks who is in a segment');
      },
    },
    segmentRules: { current: new Map() },
    localTime: localTimeIn('UTC'),
    taste: { current: defaultTaste },
    // Everything is bought again in this shop, so that the clocks of everybody's purchases are asked.
    customers: { productClocks: { current: { ...clocks, repeats: () => 5 }, later: () => [] } },
    occasions: { at: () => null },
    shop: { key: 'bench', name: 'Bench', currency: 'EUR', timeZone: 'UTC' },
    slots: {
      first: { widget: 'shelf', recipe: 'with-this' },
      second: { widget: 'shelf', recipe: 'next' },
      third: { widget: 'shelf', recipe: 'for-you' },
      cheaper: { widget: 'shelf', recipe: 'price-dropped' },
      back: { widget: 'shelf', recipe: 'back-in-stock' },
      again: { widget: 'shelf', recipe: 'buy-again' },
    },
  };
  const now = orders.length * 60_000;
  const looks = Array.from({ length: people }, (_, number) => lookOf(number, seen, now));
  const timed = (slots: readonly string[]) => {
    const best = new Float64Array(people).fill(Number.POSITIVE_INFINITY);
    let filled = 0;
    for (let turn = 0; turn < rounds; turn++) {
      progress(`deciding ${slots.join(', ')}, round ${turn + 1}`);
      for (const [place, looking] of looks.entries()) {
        const before = performance.now();
        const { decisions } = decide(slots, looking, setup, 'bench');
        best[place] = Math.min(best[place] ?? 0, performance.now() - before);
        if (turn === 0) filled += decisions.length;
      }
    }
    const [p50, p99, max] = [0.5, 0.99, 1].map((share) => round(percentile(best, share)));
    return { ms: { p50, p99, max }, filledSlots: round(filled / people) };
  };
  const usual = timed(['first', 'second', 'third']);
  const history = timed(['cheaper', 'back', 'again']);
  progress('looking');
  const looked: number[] = [];
  for (let turn = 0; turn < 20_000; turn++) {
    const before = performance.now();
    model.look(`visitor ${turn % 500}`, `P${(turn * 7_919) % seen.itemCount}`, now + turn * 100);
    looked.push((performance.now() - before) * 1_000);
  }
  return {
    decideMs: usual.ms,
    filledSlots: usual.filledSlots,
    historyMs: history.ms,
    filledByHistory: history.filledSlots,
    lookUs: figures(looked),
  };
}

/** A sale of a third of the shop; one product in nine has been sold out and is back. */
function pastsOf(count: number, now: number): Map<string, Past> {
  const pasts = new Map<string, Past>();
  for (let item = 0; item < count; item++) {
    const since = now - (item % 29) * 86_400_000;
    const prices: Past['prices'] = item % 3 === 0 ? [[since, 1_100 + 2 * item, 'EUR']] : [];
    const cameIn = item % 9 === 1 ? since : null;
    if (prices.length > 0 || cameIn !== null) pasts.set(`P${item}`, { prices, cameIn, wentOut: null });
  }
  return pasts;
}

/** What every so many visitors buy of what they looked at. */
function ordersOf({ items, starts }: Sessions): number[][] {
  const orders: number[][] = [];
  for (let session = 0; session + 1 < starts.length; session += ordersEvery)
    orders.push([...new Set(items.subarray(starts[session], starts[session + 1]))]);
  return orders;
}

/** Somebody on a product's page, who has looked around and has something in the cart. */
function lookOf(number: number, { items, starts }: Sessions, now: number): Looking {
  const profile = emptyProfile();
  const session = items.subarray(starts[number * 31], starts[number * 31 + 1]);
  for (const [place, item] of session.entries()) {
    const event = { id: `${number}.${place}`, visitor: 'v', at: now - (session.length - place) * 30_000 };
    const line = { id: `P${item}`, quantity: 1, price: 900, category: `Shelf ${item % 300}` };
    fold(profile, { ...event, name: 'view_item', items: [line], currency: 'EUR' });
    if (place % 3 === 2)
      fold(profile, { ...event, id: `${event.id}.cart`, name: 'add_to_cart', items: [line], currency: 'EUR' });
  }
  // A regular customer of a year: three times each of sixty products.
  const times = [20, 60, 100].map((ago) => ({ at: now - ago * 86_400_000, quantity: 1 }));
  const bought = new Map(Array.from({ length: 60 }, (_, place) => [`P${(number * 60 + place) % 90_000}`, times]));
  for (const [id, [last]] of bought) profile.bought.set(id, last?.at ?? 0);
  return {
    ...{ profile, bought, drawnBy: 'v', visitors: ['v'], place: { country: 'UA', region: `UA-${10 + (number % 25)}` } },
    ...{ product: `P${session.at(-1) ?? 0}`, cart: null, now, language: 'uk' },
    consent: { statistics: true, personalisation: true },
  };
}

function toEnd<Result>(work: Generator<unknown, Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

function figures(times: readonly number[]) {
  const values = Float64Array.from(times);
  return {
    p50: round(percentile(values, 0.5)),
    p99: round(percentile(values, 0.99)),
    max: round(percentile(values, 1)),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
