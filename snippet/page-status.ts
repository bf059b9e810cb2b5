import type { Track } from './auto.ts';
import { navigationEntry } from './navigation-entry.ts';

/** A page that the shop does not have. Safari does not say. */
export function tellStatus(track: Track) {
  const { responseStatus: status = 0 } = navigationEntry();
  if (status > 399) track('http_error', { status });
}
