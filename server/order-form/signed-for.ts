import type { OpenShop } from '../collect/open-shop.ts';
import { readAssertion } from '../identity/assertion.ts';
import { customerKey } from '../identity/word.ts';
import { customerOf } from '../profiles/read.ts';

/**
 * Whether the shop's backend has signed just now that this visitor is who they were when they last signed in here. The word has to have an id:
 * it speaks for the first visitor that brings it, which is written down, and for no other. `now` in ms.
 */
export async function signedFor(visitor: string, token: string, shop: OpenShop, now: number): Promise<boolean> {
  const identity = await readAssertion(token, shop.shop, now);
  if (!identity?.proof) return false;
  const { people, profiles } = shop;
  await profiles.hold([visitor]);
  const customer = customerOf(profiles.of(visitor));
  profiles.release([visitor]);
  const keys = (await people.keysOf([visitor])).get(visitor) ?? [];
  // On a device where nobody, or somebody else, has signed in, the shop's page says so first: by a login, which starts another visitor.
  if (customer !== identity.customer || !keys.includes(customerKey(identity.customer))) return false;
  if (!(await people.claim(identity.proof, visitor))) return false;
  // What a page says of a login has an id of the page's own, without a colon.
  await shop.record([{ id: `signed:${identity.proof}`, visitor, at: now, name: 'login', identity }]);
  return true;
}
