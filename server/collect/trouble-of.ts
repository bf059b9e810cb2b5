import { type LateParcel, lateParcel } from '../customers/late-parcel.ts';
import { latestOrders } from '../orders/read-orders.ts';
import type { Profile } from '../profiles/profile.ts';
import type { OpenShop } from './open-shop.ts';

/** What somebody waits for the shop to put right. */
export interface Trouble {
  /** Days since a complaint, or the wish to send something back, that nobody has answered. */
  complaint: number | null;
  parcel: LateParcel | null;
}

type Who = { visitors: readonly string[]; profile: Profile };
type Open = Pick<OpenShop, 'customers' | 'store'>;

const day = 86_400_000;
/** Days after which somebody of whom no answer is known is not waiting for it any more. */
const patience = 60;

/** `now` in ms. The file is asked only of those whose profile says that there may be something. */
export async function troubleOf(who: Who, open: Open, now: number): Promise<Trouble> {
  return { complaint: await openComplaint(who, open, now), parcel: await parcelOf(who, open, now) };
}

/** Whether it is no time to sell them anything. */
export function isTroubled({ complaint, parcel }: Trouble): boolean {
  return parcel !== null || (complaint !== null && complaint < patience);
}

/** It is answered when the shop writes or calls, a wish to send something back also when money is paid back. A page is not the shop. */
async function openComplaint({ visitors, profile: { totals } }: Who, { store }: Open, now: number) {
  if (!totals.has('complaint') && !totals.has('return_request')) return null;
  const [row = []] = await store.all(
    "SELECT max(at) FILTER (WHERE name = 'complaint'), max(at) FILTER (WHERE name = 'return_request'), " +
      "max(at) FILTER (WHERE name = 'message' AND body ->> '$.page' IS NULL), max(at) FILTER (WHERE name = 'refund') " +
      'FROM log WHERE visitor IN (SELECT value FROM json_each(?)) ' +
      "AND name IN ('complaint', 'return_request', 'message', 'refund')",
    [JSON.stringify(visitors)],
  );
  const [complained = 0, returning = 0, answered = 0, refunded = 0] = row.map(Number);
  const open = Math.max(
    complained >= answered ? complained : 0,
    returning >= Math.max(answered, refunded) ? returning : 0,
  );
  return open === 0 ? null : Math.floor((now - open) / day);
}

async function parcelOf({ visitors, profile }: Who, { store, customers }: Open, now: number) {
  const { usual } = customers.parcels;
  if (!profile.totals.has('purchase') || (usual.toSend ?? usual.toArrive) === null) return null;
  return lateParcel(await latestOrders(visitors, store), usual, now);
}
