import type { Said } from './lattice.ts';
import type { Edit, Profile } from './profile.ts';

type Own = Profile['traits'] extends Map<string, infer T> ? T : never;

/** As whose word a correction stands. */
export const staffSource = 'staff';

/**
 * What was said of somebody, as it stands: their own word, or the staff's correction of it, whichever came later. What the shop's
 * own systems say again with every login is no later word, as long as it is what was corrected.
 */
export function saidOf({ traits, edits }: Pick<Profile, 'traits' | 'edits'>): Profile['traits'] {
  if (edits.size === 0) return traits;
  const said = new Map(traits);
  for (const [trait, edit] of edits) {
    const { id, value } = edit;
    if (value.value === null || !stands(edit, traits.get(trait))) continue;
    said.set(trait, { at: value.since, id, value: { value: value.value, source: staffSource } });
  }
  return said;
}

function stands({ value: { own: corrected, since } }: Said<Edit>, own: Own | undefined): boolean {
  if (!own || since >= own.at) return true;
  return own.value.customer !== undefined && own.value.value === corrected;
}
