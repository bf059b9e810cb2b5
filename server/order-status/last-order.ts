import type { OpenShop } from '../collect/open-shop.ts';
import { expectedBy } from '../customers/late-parcel.ts';
import { signedLately } from '../identity/signed-lately.ts';
import type { OrderStatus } from '../log/log-event.ts';
import { orderState } from '../orders/order-state.ts';
import { whoseData } from '../privacy/whose.ts';
import { isOfDevice } from './is-of-device.ts';

/** Where an order stands. Times are ms since 1970. */
export interface LastOrder {
  id: string;
  status: OrderStatus;
  /** Since when. */
  since: number;
  /** When the next step comes for 19 of 20 of this shop's orders; null where that is not known, or nothing is waited for. */
  by: number | null;
  products: { id: string; name: string | null }[];
}

const day = 86_400_000;
/** Of an order that has arrived, or never will, nobody asks for long; of any other, until it is settled one way or another. */
const kept = { done: 7 * day, open: 60 * day };
/** Orders that are looked at. */
const most = 10;

/**
 * Where the last order of whoever looks stands; null where there is none that they may be told of. A device is told of what was placed on it;
 * of a person's other orders only where the shop's backend has signed just now that they are here. `now` in ms.
 */
export async function lastOrder(visitor: string, shop: OpenShop, now: number): Promise<LastOrder | null> {
  const { people, store, orders, customers } = shop;
  const isSigned = await signedLately(visitor, shop, now);
  const keys = (await people.keysOf([visitor])).get(visitor) ?? [];
  const joined = keys.filter((key) => key.startsWith('customer:')).map((key) => key.slice('customer:'.length));
  const placed = await store.all(placedOn, [visitor, most]);
  const theirs = isSigned
    ? await store.all(ofPerson, [JSON.stringify((await whoseData(visitor, people)).visitors), most])
    : [];
  const owned = new Set(theirs.map(([id]) => String(id)));
  const found = await orders.read([...new Set([...placed, ...theirs].map(([id]) => String(id)))]);
  const standing = [...found]
    .filter(([id, order]) => owned.has(id) || isOfDevice(order, visitor, joined))
    .map(([id, order]) => ({ id, ...orderState(order) }))
    .sort((a, b) => b.at - a.at);
  const [last] = standing;
  const step = last?.steps.at(-1);
  if (!last?.status || !step) return null;
  const isDone = last.status === 'delivered' || last.status === 'cancelled';
  if (now - step.at > (isDone ? kept.done : kept.open)) return null;
  return {
    id: last.id,
    status: last.status,
    since: step.at,
    by: expectedBy(last, customers.parcels.usual),
    products: last.lines.map(({ id, name }) => ({ id, name })),
  };
}

const placedOn =
  "SELECT body ->> '$.order' FROM log WHERE visitor = ? AND name = 'purchase' AND body ->> '$.order' IS NOT NULL ORDER BY at DESC LIMIT ?";
const ofPerson =
  'SELECT id FROM orders WHERE visitor IN (SELECT value FROM json_each(?)) AND gross IS NOT NULL ORDER BY at DESC, id DESC LIMIT ?';
