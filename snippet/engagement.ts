import type { Params } from './protocol.ts';

/** ms below which a look says nothing. */
const SHORTEST = 1_000;

/** How long a view is looked at. */
export function watchEngagement(add: (name: string, params: Params) => void) {
  let since = Number.POSITIVE_INFINITY;

  return {
    begin() {
      since = Date.now();
    },
    /** Tells of the time since the beginning, once. */
    end() {
      const time = Date.now() - since;
      if (time > SHORTEST) add('engagement', { engagement_time_msec: time });
      since = Number.POSITIVE_INFINITY;
    },
  };
}
