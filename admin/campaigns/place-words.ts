import type { Campaign } from '../../server/campaigns/campaign.ts';
import type { Spot } from '../../server/campaigns/spot.ts';
import { slotName } from '../earnings/names.ts';
import { messages } from '../language/current.ts';

/** Where a campaign stands, and of what lies over the page, when it comes. */
export function placeWords(place: Campaign['place']): string {
  const t = messages.value.campaigns;
  if (place.kind === 'slot') return place.at ? spotWords(place.at) : t.inSlot(slotName(place.slot));
  return `${t.kinds[place.kind]}, ${triggerWords(place.trigger)}`;
}

/** Beside or in what of the page, as its selector names it. */
export function spotWords({ selector, position }: Spot): string {
  return messages.value.onShop.spots[position](selector);
}

type Trigger = Exclude<Campaign['place'], { kind: 'slot' }>['trigger'];

function triggerWords(trigger: Trigger): string {
  const t = messages.value.campaigns.when;
  switch (trigger.on) {
    case 'delay':
      return t.delay(trigger.seconds);
    case 'scroll':
      return t.scroll(trigger.percent);
    case 'idle':
      return t.idle(trigger.seconds);
    case 'event':
      return t.event(trigger.name);
    default:
      return t[trigger.on];
  }
}
