import type { Campaign } from '../campaigns/campaign.ts';
import type { Language } from '../messages/messages.ts';
import { previewMessages } from './messages/messages.ts';

/** Where a campaign stands: a slot by its name in the page, what lies over it by its kind. */
export function placeWords(place: Campaign['place'], language: Language): string {
  if (place.kind === 'slot') return place.slot;
  return previewMessages(language).kinds[place.kind];
}
