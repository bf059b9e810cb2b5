import { mentioned } from '../segments/segments.ts';
import type { Campaign } from './campaign.ts';
import { tiersOf } from './content.ts';

type Used = { segment: string } | { recipe: string };

/** The campaigns that run, or may go on, and would say something else without this. A draft is asked when it begins. */
export function campaignsUsing(used: Used, campaigns: Iterable<Campaign>): Campaign[] {
  return [...campaigns].filter(({ state, audience, variants }) => {
    if (state !== 'running' && state !== 'paused') return false;
    if ('segment' in used)
      return (
        (audience !== null && mentioned(audience).includes(used.segment)) ||
        variants.some(({ content }) => tiersOf(content).includes(used.segment))
      );
    return variants.some(({ content }) => content.widget === 'shelf' && content.recipe === used.recipe);
  });
}
