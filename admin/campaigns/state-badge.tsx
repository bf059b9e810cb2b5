import type { Campaign } from '../../server/campaigns/campaign.ts';
import { Badge } from '../components/badge.tsx';
import { messages } from '../language/current.ts';

const tones = { draft: 'note', running: 'good', paused: 'warn', archived: 'plain' } as const;

export function StateBadge({ state }: Pick<Campaign, 'state'>) {
  return <Badge tone={tones[state]}>{messages.value.campaigns.states[state]}</Badge>;
}
