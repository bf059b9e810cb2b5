import type { Profile } from '../profiles/profile.ts';

/** The same person with this in the cart, as a page that shows the whole of it would have told. `now` in ms. */
export function withCart(profile: Profile, ids: readonly string[], now: number): Profile {
  const items = ids.map((id) => ({ id, quantity: 1 }));
  const at = Math.max(now, profile.lastOrder + 1, ...profile.cart.map((change) => change.at + 1));
  return { ...profile, cart: [{ at, id: 'asked', value: { items, currency: null, all: true } }] };
}
