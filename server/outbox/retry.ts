const [second, minute, hour] = [1_000, 60_000, 3_600_000];

/** Waits before each further attempt (ms), as Standard Webhooks proposes them: about three days in all. */
const waits = [
  ...[5 * second, 5 * minute, 30 * minute, 2 * hour],
  ...[5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour],
];
/** Whoever was away at once is not asked by all messages at once. */
const jitter = 0.2;
const longestAsked = 24 * hour;

/** Nothing taken for so long, and an endpoint is switched off (ms). */
export const patience = 3 * 24 * hour;

interface Failed {
  /** Made so far. */
  attempts: number;
  /** ms since 1970. */
  now: number;
  /** From 0 to 1. */
  random: number;
  /** The answer's `retry-after`: seconds or a date. */
  retryAfter: string | null;
}

/** When a message that was not taken is tried again (ms since 1970); null for never. */
export function nextAttempt({ attempts, now, random, retryAfter }: Failed): number | null {
  const wait = waits[attempts - 1];
  if (wait === undefined) return null;
  const asked = retryAfter === null ? 0 : askedWait(retryAfter, now);
  return now + Math.round(Math.max(asked, wait * (1 - jitter + 2 * jitter * random)));
}

function askedWait(retryAfter: string, now: number): number {
  const wait = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * second : Date.parse(retryAfter) - now;
  return Number.isFinite(wait) ? Math.min(longestAsked, Math.max(0, wait)) : 0;
}
