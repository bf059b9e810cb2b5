import type { Touch } from '../log/log-event.ts';
import { type Profile, stretch } from '../profiles/profile.ts';

/**
 * Takes the source off page views that only go on with a visit: no other site led there, and something happened in the 30
 * minutes before. Such a page was loaded again, or came back from the browser's cache, and its old `utm_` with it.
 */
export function withoutRepeats<Fact extends { at: number; source?: Touch }>(
  facts: readonly Fact[],
  profile: Pick<Profile, 'active'>,
  isFromOutside: boolean,
): Omit<Fact, 'source'>[] | readonly Fact[] {
  if (isFromOutside || profile.active.size === 0) return facts;
  return facts.map((fact) => {
    if (!fact.source || !isWithinVisit(profile, fact.at)) return fact;
    const { source: _, ...rest } = fact;
    return rest;
  });
}

function isWithinVisit({ active }: Pick<Profile, 'active'>, at: number): boolean {
  const now = Math.floor(at / stretch);
  for (let place = now - 3; place <= now; place++) if (active.has(place)) return true;
  return false;
}
