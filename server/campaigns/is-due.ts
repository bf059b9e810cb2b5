import type { Campaign } from './campaign.ts';
import type { LocalTime } from './local-time.ts';

type Schedule = Campaign['schedule'];

/** Why a schedule says no at a moment; null where it says yes. */
export function notDue({ from, until, days, hours }: Schedule, { moment, weekday, clock }: LocalTime) {
  if (from !== null && moment < from) return 'not-yet';
  if (until !== null && moment >= until) return 'over';
  if (hours === null) return days.length > 0 && !days.includes(weekday) ? 'not-today' : null;
  const isOverMidnight = hours.until <= hours.from;
  const isLate = clock >= hours.from;
  const isIn = isOverMidnight ? isLate || clock < hours.until : isLate && clock < hours.until;
  // The small hours of a night belong to the day on which it began.
  const day = isOverMidnight && !isLate ? ((weekday + 5) % 7) + 1 : weekday;
  if (!isIn) return 'not-now';
  return days.length > 0 && !days.includes(day) ? 'not-today' : null;
}
