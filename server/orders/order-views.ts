import type { Catalog } from '../catalog/catalog.ts';
import { type Costs, costsOf } from '../catalog/costs.ts';
import { dayIn } from '../day-in.ts';
import { exchanged, type Money } from '../money.ts';
import type { OrderView } from '../profiles/visitor.ts';
import type { Shop } from '../shops/table.ts';
import type { Store } from '../store/store.ts';
import { marginOf } from './margin.ts';
import type { OrderState } from './order-state.ts';
import { type Rates, ratesOf } from './rates.ts';

type Numbered = OrderState & { id: string };

interface Context {
  store: Pick<Store, 'all'>;
  catalog: Catalog;
  shop: Shop;
}

/** Orders as people read them: named, with what they cost and left, also in the shop's own currency. */
export async function orderViews(orders: readonly Numbered[], { store, catalog, shop }: Context): Promise<OrderView[]> {
  const lines = orders.flatMap((order) => order.lines);
  const costs = await costsOf(
    lines.map(({ id }) => id),
    store,
  );
  const rates = await ratesOf(currenciesOf(orders, costs, shop.currency), store);
  const dayOf = dayIn(shop.timeZone);
  return orders.map((order) => orderView(order, { costs, rates, catalog, shop, day: dayOf(order.at) }));
}

/** All but the shop's own. */
function currenciesOf(orders: readonly Numbered[], costs: Costs, shops: string): string[] {
  const all = [
    ...orders.map(({ currency }) => currency),
    ...orders.flatMap(({ lines }) => lines.map(({ cost }) => cost?.currency)),
    ...[...costs.values()].flatMap((known) => known.map(({ cost }) => cost.currency)),
  ];
  return all.filter((currency): currency is string => Boolean(currency) && currency !== shops);
}

function orderView(
  order: Numbered,
  { costs, rates, catalog, shop, day }: { costs: Costs; rates: Rates; catalog: Catalog; shop: Shop; day: string },
): OrderView {
  const { id, at, status, steps, currency, gross, refunded, confirmed } = order;
  const { lines, cost, margin, uncosted, rate } = marginOf(order, { costs, rates, shopCurrency: shop.currency, day });
  const money = (amount: number | null): Money | null =>
    amount === null || currency === null ? null : { amount, currency };
  const inShops = (amount: Money | null) => (amount && rate !== null ? exchanged(amount, rate, shop.currency) : null);
  return {
    ...{ id, at, status, steps, confirmed, cost, margin, uncosted },
    gross: money(gross),
    refunded: refunded === 0 ? null : money(refunded),
    abroad:
      currency === null || currency === shop.currency
        ? null
        : { rate, net: inShops(money(gross === null ? null : gross - refunded)), margin: inShops(margin) },
    lines: order.lines.map((line, place) => ({
      ...line,
      name: line.name ?? catalog.get(line.id)?.name ?? null,
      price: money(line.price),
      cost: lines[place]?.cost ?? null,
      costFrom: lines[place]?.from ?? null,
    })),
  };
}
