import type { Fate } from '../../server/campaigns/kept-counts.ts';
import { messages } from '../language/current.ts';

/** What became of a campaign on a page. */
export function fateWords(fate: Fate): string {
  return fate === 'shown' ? messages.value.fates.shown : messages.value.campaigns.machine.kept[fate];
}
