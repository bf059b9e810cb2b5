import { firstMessages } from '../language/current.ts';
import { shop } from '../session/session.ts';

/** Says once, near the times of a page, whose clock they follow. */
export function ZoneNote() {
  return <p class="soft small">{firstMessages.value.times(shop.value?.timeZone ?? 'UTC')}</p>;
}
