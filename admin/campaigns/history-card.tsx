import { useRoute } from 'preact-iso/router';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import { Card } from '../components/card.tsx';
import { VersionList } from '../components/version-list.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { loadHistory } from './load-campaigns.ts';
import { StateBadge } from './state-badge.tsx';

interface Props {
  id: string;
  /** The version that holds. */
  version: number;
  onTake: (campaign: Campaign) => void;
}

/** All that a campaign has been. */
export function HistoryCard({ id, version, onTake }: Props) {
  const asked = useRoute().query.version;
  const past = useLoad(() => loadHistory(id), [id, version]);
  return (
    <Card title={messages.value.campaigns.history}>
      <Awaited of={past} lines={3}>
        {(versions) => (
          <VersionList
            versions={versions}
            holds={version}
            asked={asked}
            about={(body) => body && <StateBadge state={body.state} />}
            onTake={onTake}
          />
        )}
      </Awaited>
    </Card>
  );
}
