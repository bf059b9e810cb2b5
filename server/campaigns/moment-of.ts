import type { LocalTime } from './local-time.ts';

/**
 * When clocks first show a moment or, where they are put forward over it, a later one: `2026-12-24T18:00` -> ms since 1970. `localTime` reads
 * the clocks of the place. A campaign that is over at that moment is over from then on.
 */
export function momentOf(moment: string, localTime: (at: number) => LocalTime): number {
  const asUtc = Date.parse(`${moment}Z`);
  const shift = (at: number) => Date.parse(`${localTime(at).moment}Z`) - at;
  // A day on either side, clocks are what they are before and after a change.
  const before = asUtc - shift(asUtc - day);
  const after = asUtc - shift(asUtc + day);
  const [first, second] = before < after ? [before, after] : [after, before];
  if (localTime(first).moment >= moment && localTime(first - minute).moment < moment) return first;
  if (localTime(second).moment >= moment && localTime(second - minute).moment < moment) return second;
  // In the gap: the moment at which they are put forward lies between.
  let at = first;
  while (localTime(at).moment < moment) at += minute;
  return at;
}

const minute = 60_000;
const day = 86_400_000;
