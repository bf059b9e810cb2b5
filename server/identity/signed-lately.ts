import type { Store } from '../store/store.ts';
import { longestLife } from './assertion.ts';
import type { People } from './people.ts';
import { customerKey } from './word.ts';

/**
 * Whether the shop's backend has signed, within the life of an assertion, that the customer of this device is here; a logout ends it, and
 * so does staff who says since that it was somebody else. `now` in ms.
 */
export async function signedLately(
  visitor: string,
  { people, store }: { people: Pick<People, 'keysOf'>; store: Pick<Store, 'all'> },
  now: number,
): Promise<boolean> {
  const [last] = await store.all(newestSign, [visitor]);
  const [name, at, customer] = last ?? [];
  if (name !== 'login' || now - Number(at) > longestLife * 1_000) return false;
  const keys = (await people.keysOf([visitor])).get(visitor) ?? [];
  return keys.includes(customerKey(String(customer)));
}

/** In the order of arrival, which is ours: times are the browser's. */
const newestSign =
  "SELECT name, at, body ->> '$.identity.customer' FROM log WHERE visitor = ? AND (name = 'logout' " +
  "OR (name = 'login' AND body ->> '$.identity.evidence' = 'signed')) ORDER BY seq DESC LIMIT 1";
