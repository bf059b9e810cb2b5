import type { People } from '../identity/people.ts';
import { isDevice } from '../identity/stand-in.ts';
import type { HotProfiles } from '../profiles/hot-profiles.ts';
import { isUsable } from '../profiles/is-usable.ts';
import { known } from '../profiles/known.ts';
import { merge } from '../profiles/merge.ts';
import type { Profile } from '../profiles/profile.ts';
import { compare } from '../text-order.ts';

interface Open {
  profiles: HotProfiles;
  people: People;
}

/**
 * The profile of the person behind a visitor: all visitors that their verified keys join, merged as it is asked. Of the
 * others those alone that `isWanted`.
 */
export async function personOf(
  visitor: string,
  open: Open,
  isWanted: (profile: Profile) => boolean = () => true,
): Promise<Profile> {
  return (await joinedPerson(visitor, open, isWanted)).profile;
}

/** The same, with the names of those visitors. */
export async function joinedPerson(
  visitor: string,
  open: Open,
  isWanted: (profile: Profile) => boolean,
): Promise<{ visitors: string[]; profile: Profile }> {
  const parts = (await partsOf(visitor, open)).filter(([other, profile]) => other === visitor || isWanted(profile));
  return { visitors: parts.map(([other]) => other), profile: parts.map(([, profile]) => profile).reduce(merge) };
}

/** The person without the visitors who refused to be counted; null where none is left. */
export async function usablePerson(
  visitor: string,
  open: Open,
): Promise<{ visitors: string[]; profile: Profile } | null> {
  const usable = (await partsOf(visitor, open)).filter(([, profile]) => isUsable(profile));
  if (usable.length === 0) return null;
  return { visitors: usable.map(([other]) => other), profile: usable.map(([, profile]) => profile).reduce(merge) };
}

/**
 * By whose name it is drawn what somebody sees: of all devices that are joined, the one that came first. So what was drawn before
 * somebody signed in still stands afterwards, and is the same on all their devices. Only by what may be used to choose.
 */
export async function drawnBy(visitor: string, open: Open): Promise<string> {
  const devices = (await partsOf(visitor, open)).filter(
    ([other, profile]) => isDevice(other) && (other === visitor || isUsable(profile)),
  );
  const [first] = devices.sort(([a, one], [b, other]) => one.firstSeen - other.firstSeen || compare(a, b));
  return first?.[0] ?? visitor;
}

/** All visitors that verified keys join with this one, and itself. */
export async function visitorsOfPerson(visitor: string, open: Open): Promise<string[]> {
  return (await partsOf(visitor, open)).map(([other]) => other);
}

type Part = [visitor: string, profile: Profile];

async function partsOf(visitor: string, { profiles, people }: Open): Promise<Part[]> {
  await profiles.hold([visitor]);
  const own = profiles.of(visitor);
  profiles.release([visitor]);
  if (!own.keyed) return [[visitor, own]];
  const joined = [...(await people.of(visitor)).visitors];
  const visitors = joined.map(([other]) => other);
  await profiles.hold(visitors);
  const parts = joined.map(([other, keys]): Part => [other, known(profiles.of(other), keys)]);
  profiles.release(visitors);
  return parts;
}
