import type { OpenShop } from '../collect/open-shop.ts';
import { orderViews } from '../orders/order-views.ts';
import { latestOrders, noTurnover, turnovers } from '../orders/read-orders.ts';
import type { Visitor } from '../profiles/visitor.ts';
import { consentHistory } from './consent-history.ts';
import { devicesOf } from './devices.ts';
import { knownPerson } from './known-person.ts';
import { visitorView } from './visitor-view.ts';

/** Everything that is known of the person behind a visitor. `now` in ms. */
export async function visitorPage(id: string, shop: OpenShop, now: number): Promise<Visitor> {
  const { people, save, store, catalog, questions, sources, taste } = shop;
  const profile = await knownPerson(id, shop);
  const { visitors } = await people.of(id);
  await save();
  const all = [...visitors.keys()];
  const turnover = (await turnovers(all, () => id, store)).get(id) ?? noTurnover;
  const orders = await orderViews(await latestOrders(all, store), shop);
  const devices = await devicesOf(visitors, store);
  const history = await consentHistory(all, store);
  return visitorView(id, profile, {
    devices,
    consentHistory: history,
    turnover,
    orders,
    catalog,
    questions,
    sources,
    taste: taste.current,
    now,
  });
}
