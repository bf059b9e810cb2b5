import { parseResponse } from 'hono/client';
import type { Rule } from '../../server/segments/rule.ts';
import type { PastMember } from '../../server/segments/time-machine.ts';
import { client } from '../api/client.ts';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { JourneyCard } from '../time-machine/journey-card.tsx';
import type { AskPast } from '../time-machine/use-journey.ts';
import { StaysTold } from './stays-told.tsx';

export interface SegmentDraft {
  rule: Rule;
  /** Of a segment that is kept. */
  id?: string;
}

interface Props {
  draft: SegmentDraft;
  segments: readonly { id: string; name: string }[];
}

/** Who would have been in a draft of a segment lately. */
export function TimeMachineCard({ draft, segments }: Props) {
  return (
    <JourneyCard
      meaning={messages.value.timeMachine.segments.meaning}
      draft={draft}
      ask={ask}
      problemOf={(problem) => <ProblemNote problem={problem} />}
      told={(journey) => <StaysTold people={journey.people} segments={segments} />}
    />
  );
}

const ask: AskPast<SegmentDraft, PastMember> = (draft, days, after) =>
  parseResponse(client.segments.replay.$post({ json: { ...draft, days, after } }));
