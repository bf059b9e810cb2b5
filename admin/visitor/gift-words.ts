import type { TimelineEntry } from '../../server/profiles/visitor.ts';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

/** Who said that a visit is for somebody else, and why. */
export function giftWords({ on, by, odds }: NonNullable<TimelineEntry['gift']>): string {
  const t = messages.value.visitor;
  if (by === 'visitor') return on ? t.giftOn : t.giftOff;
  // Beyond a million the number says no more.
  return t.giftNoticed(formats.value.number(Math.round(Math.exp(Math.min(odds ?? 0, 13.8)))));
}
