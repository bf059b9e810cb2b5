import type { Track } from './auto.ts';
import { onLeaving } from './leaving.ts';
import { navigationEntry } from './navigation-entry.ts';

/**
 * A page that the shop does not have, told as it is left: until then a page does not keep the 15 KB for the interface of how the
 * browser got it. Safari does not say.
 */
export function tellStatus(track: Track) {
  // By then a page of a single-page shop may be another one.
  const { href } = location;
  let told = 0;
  onLeaving(() => {
    if (told++) return;
    const { responseStatus: status = 0 } = navigationEntry();
    if (status > 399) track('http_error', { status, page_location: href });
  });
}
