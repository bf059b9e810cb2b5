import type { Profile } from '../profiles/profile.ts';
import type { Basis } from '../segments/basis.ts';
import { type Person, type Subject, subjectOf } from '../segments/facts.ts';
import { matches, type RuleBook } from '../segments/matches.ts';
import type { Rule } from '../segments/rule.ts';

/** What is known of somebody beside their profile: orders and lists. */
export type Standing = Omit<Person, 'profile'>;

/** Whether somebody is in an audience at `now` (ms): of each segment it is worked out once for a page. */
export function belongsTo(
  profile: Profile,
  standing: Standing,
  { basis, rules, now }: { basis: Basis; rules: RuleBook; now: number },
): (audience: Rule) => boolean {
  let subject: Subject | undefined;
  const known = new Map<string, boolean>();
  return (audience) => {
    subject ??= subjectOf({ profile, ...standing }, basis);
    if (!('segment' in audience)) return matches(audience, subject, now, rules);
    const said = known.get(audience.segment) ?? matches(audience, subject, now, rules);
    known.set(audience.segment, said);
    return said;
  };
}
