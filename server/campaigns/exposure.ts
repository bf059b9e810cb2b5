/** What one visitor has seen of a campaign, as far as what may be shown next asks for it. Times are ms since 1970. */
export interface Exposure {
  /** The variant that was seen first. */
  variant: string;
  /** How often it was seen in all. */
  views: number;
  /** When it was seen, the newest last: the latest ones alone. */
  seen: readonly number[];
  /** When the goal was reached last. */
  reached: number | null;
}

const day = 86_400_000;
const hour = 3_600_000;

/** What keeps a campaign from being seen again; null where nothing does. `since`: when this visit began. */
export function capped(
  caps: { session: number | null; day: number | null; ever: number | null; hoursBetween: number },
  againAfter: number | null,
  { views, seen, reached }: Exposure,
  now: number,
  since: number,
) {
  if (reached !== null && (againAfter === null || now - reached < againAfter * day)) return 'goal-reached';
  if (caps.ever !== null && views >= caps.ever) return 'cap-ever';
  const newest = seen.at(-1);
  if (newest !== undefined && now - newest < caps.hoursBetween * hour) return 'too-soon';
  if (caps.day !== null && countAfter(seen, now - day) >= caps.day) return 'cap-day';
  if (caps.session !== null && countAfter(seen, since - 1) >= caps.session) return 'cap-session';
  return null;
}

function countAfter(times: readonly number[], after: number): number {
  let count = 0;
  for (const at of times) if (at > after) count++;
  return count;
}
