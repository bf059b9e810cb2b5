import type { OpenShop } from '../collect/open-shop.ts';
import { type ActionFacts, type NextAction, nextAction } from '../customers/next-action.ts';
import { latestOrders } from '../orders/read-orders.ts';
import { cartState } from '../profiles/cart-state.ts';
import type { Profile } from '../profiles/profile.ts';
import { cartOf, traitsOf } from '../profiles/read.ts';
import { profitOfPerson } from '../profit/of-person.ts';
import { knownPerson } from './known-person.ts';
import { worthOf } from './worth.ts';

const day = 86_400_000;
/** Since a sign of life within which somebody is on the shop's pages now. */
const here = 10 * 60_000;
/** Days that a parcel may be on its way; who has not asked for half a year has it. */
const onItsWay = 14;
const settled = 180;

/** What to do next for the person behind a visitor, of all that is known. `now` in ms. */
export async function nextActionOf(id: string, shop: OpenShop, now: number): Promise<NextAction> {
  const profile = await knownPerson(id, shop);
  const { visitors } = await shop.people.of(id);
  const all = [...visitors.keys()];
  const [{ group, customer, session }, { total }] = [await worthOf(id, shop, now), await profitOfPerson(id, shop, now)];
  const [again] = customer?.again ?? [];
  const known = traitsOf(profile).map(({ key }) => key);
  return nextAction({
    consent: profile.consent?.value ?? null,
    complaint: await openComplaint(all, shop, now),
    parcel: await lateParcel(all, shop, now),
    isHere: session !== null || now - profile.lastSeen < here,
    cart: cartNow(profile, shop, now),
    ...{ group, orders: customer?.orders ?? 0, last: customer?.days ?? null, next: customer?.next.days ?? null },
    again: again ? { ...again, days: again.due.days, price: priceOf(again.id, shop) } : null,
    expected: (customer?.forecast.horizons ?? []).map(({ weeks, returns, value }) => ({
      ...{ days: Math.round(weeks * 7), returns: returns.mean, value: value.mean },
    })),
    unasked: shop.questions.all().find(({ key }) => !known.includes(key))?.key ?? null,
    margin: total.margin,
  });
}

/** Days since a complaint after which nobody has written or called. */
async function openComplaint(visitors: readonly string[], { store }: OpenShop, now: number): Promise<number | null> {
  const [row] = await store.all(
    "SELECT max(at) FILTER (WHERE name = 'complaint'), max(at) FILTER (WHERE name = 'message') FROM log " +
      "WHERE visitor IN (SELECT value FROM json_each(?)) AND name IN ('complaint', 'message')",
    [JSON.stringify(visitors)],
  );
  const [complaint, message] = row ?? [];
  if (typeof complaint !== 'number' || (typeof message === 'number' && message > complaint)) return null;
  return Math.floor((now - complaint) / day);
}

async function lateParcel(
  visitors: readonly string[],
  { store }: OpenShop,
  now: number,
): Promise<ActionFacts['parcel']> {
  for (const { id, status, steps } of await latestOrders(visitors, store)) {
    const days = Math.floor((now - (steps.at(-1)?.at ?? now)) / day);
    if (status === 'shipped' && days > onItsWay && days < settled) return { order: id, days };
  }
  return null;
}

function cartNow(profile: Profile, { shop }: OpenShop, now: number): ActionFacts['cart'] {
  const lines = cartOf(profile);
  const touched = Math.max(0, ...profile.cart.map(({ at }) => at));
  const isPriced = lines.length > 0 && lines.every(({ price }) => price?.currency === shop.currency);
  return {
    state: cartState(profile, now),
    pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    worth: isPriced
      ? lines.reduce((sum, { price, quantity }) => sum + Math.round((price?.amount ?? 0) * quantity), 0)
      : null,
    hours: (now - touched) / 3_600_000,
  };
}

function priceOf(product: string, { catalog, shop }: OpenShop): number | null {
  const known = catalog.get(product);
  return known?.currency === shop.currency ? known.price : null;
}
