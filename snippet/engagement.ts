import type { Params } from './protocol.ts';

/** ms below which a look says nothing. */
const SHORTEST = 1_000;

/** Returns what to call whenever a look at the page begins or ends: it tells how long the last one was. */
export function watchEngagement(add: (name: string, params: Params) => void) {
  let since = 0;

  return () => {
    const time = Date.now() - since;
    if (since && time > SHORTEST) add('engagement', { engagement_time_msec: time });
    since = document.hidden ? 0 : Date.now();
  };
}
