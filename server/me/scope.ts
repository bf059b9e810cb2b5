import type { Scope } from '../../widgets/your-data/definition.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { longestLife } from '../identity/assertion.ts';
import { customerKey } from '../identity/word.ts';

/**
 * How much a visitor's token opens of what is known. A token alone is a thing that lies on a device, which others use too: it opens
 * what this browser did, and only as long as nobody was named on it. Where somebody was, it opens nothing until the shop's backend
 * says anew that they are here; that word counts for as long as an assertion may live, and a logout ends it. It opens the whole
 * person then. `now` in ms.
 */
export async function scopeOf(visitor: string, shop: OpenShop, now: number): Promise<Scope> {
  const { profiles, people, store } = shop;
  await profiles.hold([visitor]);
  const { keyed } = profiles.of(visitor);
  profiles.release([visitor]);
  if (!keyed) return 'device';
  const [last] = await store.all(newestSign, [visitor]);
  const [name, at, customer] = last ?? [];
  if (name !== 'login' || now - Number(at) > longestLife * 1_000) return 'sign-in';
  // Staff may have said since that it was somebody else.
  const keys = (await people.keysOf([visitor])).get(visitor) ?? [];
  return keys.includes(customerKey(String(customer))) ? 'person' : 'sign-in';
}

/** In the order of arrival, which is ours: times are the browser's. */
const newestSign =
  "SELECT name, at, body ->> '$.identity.customer' FROM log WHERE visitor = ? AND (name = 'logout' " +
  "OR (name = 'login' AND body ->> '$.identity.evidence' = 'signed')) ORDER BY seq DESC LIMIT 1";
