import { useRoute } from 'preact-iso/router';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { bringIntoView } from '../recommendations/bring-into-view.ts';
import { formats } from '../session/session.ts';
import { loadHistory } from './load-campaigns.ts';
import { StateBadge } from './state-badge.tsx';

interface Props {
  id: string;
  /** The version that holds. */
  version: number;
  onTake: (campaign: Campaign) => void;
}

/** All that a campaign has been, by whom and why; each version can be taken into the form. The one that the address asks for stands out. */
export function HistoryCard({ id, version, onTake }: Props) {
  const t = messages.value.campaigns;
  const asked = useRoute().query.version;
  const past = useLoad(() => loadHistory(id), [id, version]);
  return (
    <Card title={t.history}>
      <Awaited of={past} lines={3}>
        {(history) => (
          <ol class="stack">
            {history.map(({ version: number, body, said }) => (
              <li
                key={number}
                ref={String(number) === asked ? bringIntoView : null}
                class="apart recipe-version"
                aria-current={String(number) === asked ? 'true' : undefined}
              >
                <span>
                  <strong>{t.version(number)}</strong> {body && <StateBadge state={body.state} />}{' '}
                  <span class="soft">{said && `${formats.value.moment(said.at)} · ${said.by}`}</span>
                  {said?.note && <p>{said.note}</p>}
                </span>
                {body && number !== version && (
                  <Button look="quiet" onPress={() => onTake(body)}>
                    {t.takeUp}
                    <span class="unseen">: {t.version(number)}</span>
                  </Button>
                )}
              </li>
            ))}
          </ol>
        )}
      </Awaited>
    </Card>
  );
}
