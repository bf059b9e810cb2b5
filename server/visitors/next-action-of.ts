import type { OpenShop } from '../collect/open-shop.ts';
import { troubleOf } from '../collect/trouble-of.ts';
import { type ActionFacts, type NextAction, nextAction } from '../customers/next-action.ts';
import { cartState } from '../profiles/cart-state.ts';
import type { Profile } from '../profiles/profile.ts';
import { cartOf, traitsOf } from '../profiles/read.ts';
import { profitOfPerson } from '../profit/of-person.ts';
import { knownPerson } from './known-person.ts';
import { worthOf } from './worth.ts';

/** Since a sign of life within which somebody is on the shop's pages now. */
const here = 10 * 60_000;

/** What to do next for the person behind a visitor, of all that is known. `now` in ms. */
export async function nextActionOf(id: string, shop: OpenShop, now: number): Promise<NextAction> {
  const profile = await knownPerson(id, shop);
  const { visitors } = await shop.people.of(id);
  const [{ group, customer, session }, { total }] = [await worthOf(id, shop, now), await profitOfPerson(id, shop, now)];
  const [again] = customer?.again ?? [];
  const { complaint, parcel } = await troubleOf({ visitors: [...visitors.keys()], profile }, shop, now);
  const known = traitsOf(profile).map(({ key }) => key);
  return nextAction({
    consent: profile.consent?.value ?? null,
    complaint,
    parcel: parcel?.is === 'sent' ? parcel : null,
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
