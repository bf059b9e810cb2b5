import { asideNames, type LogEvent } from '../log/log-event.ts';

/** Visitors who allowed nothing are counted under a name that changes daily, and have no profile. */
export const cookielessPrefix = '~';

export function isCookieless(visitor: string): boolean {
  return visitor.startsWith(cookielessPrefix);
}

/** What the collector did is in the log, but says nothing about the visitor. */
export function isFolded({ visitor, name }: LogEvent): boolean {
  return !asideNames.has(name) && !isCookieless(visitor);
}

export function visitorsOf(events: readonly LogEvent[]): string[] {
  return [...new Set(events.filter(isFolded).map(({ visitor }) => visitor))];
}
