import type { OpenShop } from '../collect/open-shop.ts';
import { personOf } from '../collect/person.ts';
import { Problem } from '../problem.ts';
import type { Profile } from '../profiles/profile.ts';

/** The profile of the person behind a visitor of whom something is known. */
export async function knownPerson(id: string, shop: OpenShop): Promise<Profile> {
  const profile = await personOf(id, shop);
  if (profile.lastSeen === 0 && profile.facts.size === 0)
    throw new Problem(404, 'unknown-visitor', `No visitor has the id "${id}".`);
  return profile;
}
