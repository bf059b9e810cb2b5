import type { Campaign } from '../../server/campaigns/campaign.ts';
import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';
import { draftOf } from './draft.ts';
import { keepCampaign } from './keep-campaign.ts';

type State = Campaign['state'];

/** What can become of a campaign, the usual thing first. */
const next: Record<State, readonly State[]> = {
  draft: ['running', 'archived'],
  running: ['paused'],
  paused: ['running', 'archived'],
  archived: ['paused'],
};

interface Props {
  campaign: Campaign;
  onKept: (kept: Campaign) => void;
}

/** Each is a new version, so that the history says who has begun and ended it, and when. */
export function StateButtons({ campaign, onKept }: Props) {
  const t = messages.value.campaigns;
  const wish = { state: campaign.state };
  const { submit, busy, problem } = useSubmit(async () => {
    onKept(await keepCampaign({ ...draftOf(campaign), state: wish.state }, campaign.version, t.notes[wish.state]));
  });
  return (
    <>
      <span class="row">
        {next[campaign.state].map((state) => (
          <Button
            key={state}
            busy={busy}
            onPress={() => {
              wish.state = state;
              submit();
            }}
          >
            {campaign.state === 'archived' ? t.acts.restore : t.acts[state]}
            <span class="unseen">: {campaign.name}</span>
          </Button>
        ))}
      </span>
      {problem &&
        (problem.code === 'campaign-changed' ? (
          <p role="alert">{t.changedMeanwhile}</p>
        ) : (
          <ProblemNote problem={problem} />
        ))}
    </>
  );
}
