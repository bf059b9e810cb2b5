import { asideNames, type LogEvent } from '../log/log-event.ts';

/** Visitors who allowed nothing are counted under a name that changes daily, and have no profile. */
export const cookielessPrefix = '~';

/** What the collector did is in the log, but says nothing about the visitor. */
export function isFolded({ visitor, name }: LogEvent): boolean {
  return !asideNames.has(name) && !visitor.startsWith(cookielessPrefix);
}

export function visitorsOf(events: readonly LogEvent[]): string[] {
  return [...new Set(events.filter(isFolded).map(({ visitor }) => visitor))];
}
