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

/** What changes as a campaign begins to ask: it stands where a survey may, is for those of whom it is known what they have said, and an answer is its goal. */
export function forSurvey(draft: Pick<Draft, 'place' | 'caps' | 'goal'>): Partial<Draft> {
  const { place, goal } = draft;
  const isTooSmall = place.kind === 'bar' || place.kind === 'slide-in';
  return {
    ...(isTooSmall && inPlace('survey', draft, '')),
    ...{ rungs: ['profile'], sells: false, againAfter: 90 },
    goal: { ...goal, event: 'answer' },
  };
}
