import type { Campaign } from '../../server/campaigns/campaign.ts';
import { blank, type Draft } from './draft.ts';

const unlimited: Draft['caps'] = { session: null, day: null, ever: null, hoursBetween: 0 };

/** What changes as a campaign moves: what interrupts has limits, and is for those alone of whom it is known who has closed it. */
export function inPlace(
  kind: Campaign['place']['kind'],
  { place, caps }: Pick<Draft, 'place' | 'caps'>,
  slot: string,
): Partial<Draft> {
  const [usual, other] = kind === 'slot' ? [unlimited, blank.caps] : [blank.caps, unlimited];
  // Limits that somebody has set stay.
  const limits = JSON.stringify(caps) === JSON.stringify(other) ? usual : caps;
  if (kind === 'slot') return { place: { kind, slot }, caps: limits };
  const trigger = place.kind === 'slot' ? ({ on: 'delay', seconds: 5 } as const) : place.trigger;
  return { place: { kind, trigger }, caps: limits, ...(kind !== 'bar' && { rungs: ['profile'] }) };
}
