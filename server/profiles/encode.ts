import { compare } from '../text-order.ts';
import { type Exposures, noExposures } from './exposures.ts';
import { dimensions, interestKey } from './interest.ts';
import { latestSaid, type Said } from './lattice.ts';
import { type Packed, pack, packTimes, unpack, unpackTimes } from './packed.ts';
import { packSteps, unpackSteps } from './packed-steps.ts';
import { actKey, emptyProfile, type Profile, readKey } from './profile.ts';
import { longAct, shortAct } from './short-act.ts';
import { trim } from './trim.ts';

const maps = ['totals', 'traits', 'facts', 'edits', 'customers'] as const;
const times = ['viewed', 'bought', 'wishes', 'gifts'] as const;
const byTime = ['days', 'active'] as const;
const byLabel = [...dimensions, 'news'] as const;

/** Canonical text: equal profiles have equal text, whatever order their events came in. */
export function encode(profile: Profile): string {
  const bounded = { ...profile, exposures: { ...profile.exposures } };
  trim(bounded, 1);
  const entries: Record<string, unknown> = { ...bounded, cart: latestSaid(bounded.cart, bounded.cart.length) };
  for (const field of maps) entries[field] = sorted<string, unknown>(bounded[field] as Map<string, unknown>);
  for (const field of times) entries[field] = packTimes(bounded[field]);
  for (const field of byTime) entries[field] = pack(bounded[field], (time) => [time, '']);
  for (const field of byLabel) entries[field] = pack(bounded[field], readKey);
  const acts = pack(bounded.acts, (key) => {
    const [day, act] = readKey(key);
    return [day, shortAct(act)];
  });
  entries.acts = acts;
  entries.steps = packSteps(bounded.steps, labelsOf(acts));
  entries.exposures = packExposures(bounded.exposures);
  // Nothing for the many who wait for nothing.
  entries.alerts = bounded.alerts.size === 0 ? undefined : sorted(bounded.alerts);
  return JSON.stringify(entries);
}

/** Nothing for the many who have seen no campaign. */
function packExposures({ met, shows, attention }: Exposures): unknown[] | undefined {
  if (met.size + attention.size === 0) return undefined;
  return [sorted(met), pack(shows, readKey), packSteps(attention, [])];
}

function unpackExposures([met, shows, attention]: [Iterable<[string, Said<string>]>, Packed, string[]]): Exposures {
  return { met: new Map(met), shows: unpack(shows, actKey), attention: unpackSteps(attention, []) };
}

/** The profile of a text that `encode` made. A field that is newer than the text is empty. */
export function decode(text: string): Profile {
  const stored = JSON.parse(text) as Record<string, unknown>;
  const profile = { ...emptyProfile(), ...stored } as Record<string, unknown>;
  for (const field of maps) profile[field] = new Map((stored[field] ?? []) as [string, unknown][]);
  for (const field of times) profile[field] = unpackTimes((stored[field] ?? []) as string[]);
  const packed = (field: string) => (stored[field] ?? []) as Packed;
  for (const field of byTime) profile[field] = unpack(packed(field), (time) => time);
  for (const field of dimensions) profile[field] = unpack(packed(field), interestKey);
  profile.news = unpack(packed('news'), actKey);
  profile.acts = unpack(packed('acts'), (day, act) => actKey(day, longAct(act)));
  profile.steps = unpackSteps((stored.steps ?? []) as string[], labelsOf(packed('acts')));
  profile.alerts = new Map((stored.alerts ?? []) as [string, unknown][]);
  const { exposures } = stored as { exposures?: Parameters<typeof unpackExposures>[0] };
  profile.exposures = exposures ? unpackExposures(exposures) : noExposures();
  return profile as unknown as Profile;
}

/** Whatever was done lately is among the acts of a day, too: steps name it by its place there. */
function labelsOf(acts: Packed): string[] {
  return acts.map(([label]) => label);
}

function sorted<K extends string, V>(entries: ReadonlyMap<K, V>): [K, V][] {
  return [...entries].sort(([a], [b]) => compare(a, b));
}
