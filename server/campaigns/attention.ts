import type { OverlayKind } from './campaign.ts';

/**
 * How much of somebody's attention is left today, over everything that interrupts: what each kind costs is spent out of one budget
 * within any 24 hours, and whoever closes things is left alone for longer and longer.
 */
export interface Interruption {
  /** ms since 1970. */
  at: number;
  kind: OverlayKind;
  what: 'seen' | 'dismissed' | 'clicked' | 'answered';
}

export const price: Readonly<Record<OverlayKind, number>> = { popup: 3, survey: 3, 'slide-in': 2, bar: 1 };

const day = 86_400_000;
/** After which a dismissal is forgotten, and the longest that one keeps us quiet. */
const remembered = 90 * day;
const longestQuiet = 30 * day;

/** What keeps an overlay away; null where nothing does. */
export function inattention(kind: OverlayKind, past: readonly Interruption[], budget: number, now: number) {
  if (now < quietUntil(past, now)) return 'dismissed-lately';
  let spent = 0;
  for (const { at, kind, what } of past) if (what === 'seen' && at > now - day) spent += price[kind];
  return spent + price[kind] > budget ? 'no-attention-left' : null;
}

/** A day after the first dismissal, twice as long after each further one, until something is clicked or answered again. */
export function quietUntil(past: readonly Interruption[], now: number): number {
  const clicked = past.reduce(
    (last, { at, what }) => (what === 'clicked' || what === 'answered' ? Math.max(last, at) : last),
    Number.NEGATIVE_INFINITY,
  );
  const since = Math.max(clicked, now - remembered);
  const dismissed = past.filter(({ at, what }) => what === 'dismissed' && at > since).map(({ at }) => at);
  if (dismissed.length === 0) return 0;
  return Math.max(...dismissed) + Math.min(longestQuiet, day * 2 ** (dismissed.length - 1));
}
