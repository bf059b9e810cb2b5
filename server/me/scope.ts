import type { Scope } from '../../widgets/your-data/definition.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { signedLately } from '../identity/signed-lately.ts';

/**
 * How much a visitor's token opens of what is known. A token alone is a thing that lies on a device, which others use too: it opens
 * what this browser did, and only as long as nobody was named on it. Where somebody was, it opens nothing until the shop's backend
 * says anew that they are here; that word counts for as long as an assertion may live, and a logout ends it. It opens the whole
 * person then. `now` in ms.
 */
export async function scopeOf(visitor: string, shop: OpenShop, now: number): Promise<Scope> {
  const { profiles } = shop;
  await profiles.hold([visitor]);
  const { keyed } = profiles.of(visitor);
  profiles.release([visitor]);
  if (!keyed) return 'device';
  return (await signedLately(visitor, shop, now)) ? 'person' : 'sign-in';
}
