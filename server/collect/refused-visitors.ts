import type { LogEvent } from '../log/log-event.ts';
import { Problem } from '../problem.ts';

/**
 * Visitors who were erased a moment ago: a request that had read their token before must not bring them back. Their tokens are
 * refused when they are read, so that these few minutes are enough.
 */
export interface RefusedVisitors {
  add(visitors: readonly string[]): void;
  /** The events that may be recorded; throws a `Problem` where the visitor must get another token first. */
  without(events: readonly LogEvent[]): readonly LogEvent[];
}

const remembered = 300_000;

export function createRefusedVisitors(now: () => number): RefusedVisitors {
  const refused = new Map<string, number>();
  return {
    add: (visitors) => {
      for (const visitor of visitors) refused.set(visitor, now());
    },
    without: (events) => {
      if (refused.size === 0) return events;
      for (const [visitor, at] of refused) if (now() - at > remembered) refused.delete(visitor);
      const others = events.filter(({ visitor }) => !refused.has(visitor));
      // What the collector decided for them has nobody who waits for it.
      if (events.some(({ visitor, name }) => name !== 'decision' && refused.has(visitor)))
        throw new Problem(401, 'invalid-token', 'This visitor was erased; drop the token and send again without.', {
          field: 'token',
        });
      return others;
    },
  };
}
