import { decodeOrder } from '../orders/order.ts';
import { type OrderState, orderState } from '../orders/order-state.ts';
import type { Store } from '../store/store.ts';
import { type UsualWaits, unknownWaits, usualWaits } from './late-parcel.ts';

/** How long this shop's parcels take. Nothing of it is kept: it is read from some of its orders. */
export interface ParcelBook {
  /** As read last; before that nobody's parcel is late. */
  readonly usual: UsualWaits;
  /** Reads them anew on another day, or if the shop has grown since. `orders`: how many it has. */
  refresh(orders: number): Promise<void>;
}

const day = 86_400_000;
const growth = 1.1;
/** Orders that are looked at; as old as this, so that what takes long has come, but not older than that. */
const most = 1_000;
const ripe = 30 * day;
const past = 180 * day;
/** Of a young shop, the others too. */
const few = 100;

export function createParcelBook(store: Pick<Store, 'all'>, now: () => number): ParcelBook {
  let usual = unknownWaits;
  let known = { day: 0, orders: 0 };

  async function between(from: number, to: number): Promise<OrderState[]> {
    const rows = await store.all(
      'SELECT body FROM orders WHERE at >= ? AND at < ? AND status IS NOT NULL ORDER BY at DESC LIMIT ?',
      [from, to, most],
    );
    return rows.map(([body]) => orderState(decodeOrder(String(body))));
  }

  return {
    get usual() {
      return usual;
    },
    refresh: async (orders) => {
      const at = now();
      if (orders === 0 || (known.day === Math.floor(at / day) && orders < known.orders * growth)) return;
      // The file follows behind what has been told.
      const [[filed = 0] = []] = await store.all('SELECT count(*) FROM orders', []);
      const old = await between(at - past, at - ripe);
      usual = usualWaits(old.length < few ? [...old, ...(await between(at - ripe, at))] : old);
      known = { day: Math.floor(at / day), orders: Number(filed) };
    },
  };
}
