import type { Profile } from './profile.ts';
import { cartOf } from './read.ts';

/** `none`: nothing was ever put in. A cart that its owner emptied is no abandoned one, nor is one that became an order. */
export type CartState = 'none' | 'open' | 'emptied' | 'ordered' | 'abandoned';

/** How the cart stands at `now` (ms), over all visits: it is abandoned when it holds something that nobody touched for these hours. */
export function cartState(profile: Profile, now: number, hours = 24): CartState {
  const changes = profile.cart.filter(({ at }) => at > profile.lastOrder);
  if (cartOf(profile).length > 0) {
    const touched = Math.max(...changes.map(({ at }) => at));
    return now - touched > hours * 3_600_000 ? 'abandoned' : 'open';
  }
  if (changes.length > 0) return 'emptied';
  return profile.lastOrder > 0 ? 'ordered' : 'none';
}
