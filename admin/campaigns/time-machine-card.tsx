import { parseResponse } from 'hono/client';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import type { ReplayedPerson } from '../../server/campaigns/time-machine.ts';
import { client } from '../api/client.ts';
import { messages } from '../language/current.ts';
import { JourneyCard } from '../time-machine/journey-card.tsx';
import type { AskPast } from '../time-machine/use-journey.ts';
import { type Draft, readyOf } from './draft.ts';
import { EditorProblem } from './editor-problem.tsx';
import { JourneyTold } from './journey-told.tsx';

interface Props {
  draft: Draft;
  campaigns: readonly Campaign[];
  segments: readonly { id: string; name: string }[];
}

/** What a draft would have done with those who were in the shop lately. */
export function TimeMachineCard({ draft, campaigns, segments }: Props) {
  return (
    <JourneyCard
      meaning={messages.value.campaigns.machine.meaning}
      draft={draft}
      ask={ask}
      problemOf={(problem, again) => <EditorProblem problem={problem} onLoad={again} />}
      told={(journey) => <JourneyTold journey={journey} campaigns={campaigns} segments={segments} />}
    />
  );
}

const ask: AskPast<Draft, ReplayedPerson> = (draft, days, after) => {
  // A new campaign is tried before it has a name.
  const ready = readyOf(draft);
  const campaign = { ...ready, id: draft.id || 'draft', name: ready.name.trim() || '-' };
  return parseResponse(client.campaigns.replay.$post({ json: { campaign, days, after } }));
};
