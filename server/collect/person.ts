import type { People } from '../identity/people.ts';
import type { HotProfiles } from '../profiles/hot-profiles.ts';
import { known } from '../profiles/known.ts';
import { merge, type Profile } from '../profiles/profile.ts';

/**
 * The profile of the person behind a visitor: all visitors that their verified keys join, merged as it is asked. Of the
 * others those alone that `isWanted`.
 */
export async function personOf(
  visitor: string,
  { profiles, people }: { profiles: HotProfiles; people: People },
  isWanted: (profile: Profile) => boolean = () => true,
): Promise<Profile> {
  await profiles.hold([visitor]);
  const own = profiles.of(visitor);
  profiles.release([visitor]);
  if (!own.keyed) return own;
  const joined = [...(await people.of(visitor)).visitors];
  const visitors = joined.map(([other]) => other);
  await profiles.hold(visitors);
  const person = joined
    .filter(([other]) => other === visitor || isWanted(profiles.of(other)))
    .map(([other, keys]) => known(profiles.of(other), keys))
    .reduce(merge);
  profiles.release(visitors);
  return person;
}
