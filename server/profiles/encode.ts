import { compare } from '../text-order.ts';
import { latestSaid } from './lattice.ts';
import { emptyProfile, type Profile, trim } from './profile.ts';

const maps = ['totals', 'days', 'acts', 'active', 'liking', 'viewed', 'bought', 'traits', 'customers'] as const;

/** Canonical text: equal profiles have equal text, whatever order their events came in. */
export function encode(profile: Profile): string {
  const bounded = { ...profile };
  trim(bounded, 1);
  const entries: Record<string, unknown> = { ...bounded, cart: latestSaid(bounded.cart, bounded.cart.length) };
  for (const field of maps)
    entries[field] = sorted<string | number, unknown>(bounded[field] as Map<string | number, unknown>);
  return JSON.stringify(entries);
}

/** The profile of a text that `encode` made. A field that is newer than the text is empty. */
export function decode(text: string): Profile {
  const stored = JSON.parse(text) as Record<string, unknown>;
  const profile = { ...emptyProfile(), ...stored } as Record<string, unknown>;
  for (const field of maps) profile[field] = new Map((stored[field] ?? []) as [string, unknown][]);
  return profile as unknown as Profile;
}

function sorted<K extends string | number, V>(entries: ReadonlyMap<K, V>): [K, V][] {
  return [...entries].sort(([a], [b]) => compare(a, b));
}
