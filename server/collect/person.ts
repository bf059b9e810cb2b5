import { customerKey, type People } from '../identity/people.ts';
import type { HotProfiles } from '../profiles/hot-profiles.ts';
import { merge, type Profile } from '../profiles/profile.ts';
import { customerOf } from '../profiles/read.ts';

/** The profile of the person behind a visitor: all visitors that their verified keys join, merged as it is asked. */
export async function personOf(
  visitor: string,
  { profiles, people }: { profiles: HotProfiles; people: People },
): Promise<Profile> {
  await profiles.hold([visitor]);
  const own = profiles.of(visitor);
  profiles.release([visitor]);
  const customer = customerOf(own);
  if (customer === null) return own;
  const joined = await people.withKey(customerKey(customer));
  await profiles.hold(joined);
  const person = joined.map((other) => profiles.of(other)).reduce(merge);
  profiles.release(joined);
  return person;
}
