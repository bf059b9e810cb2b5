import type { Campaign } from '../../server/campaigns/campaign.ts';
import { Ago } from '../components/ago.tsx';
import { Table } from '../components/table.tsx';
import { eventLabel } from '../events/event-label.ts';
import { messages } from '../language/current.ts';
import type { Known } from '../segments/load-segments.ts';
import { audienceWords } from './audience-words.ts';
import type { Campaigns } from './load-campaigns.ts';
import { placeWords } from './place-words.ts';
import { StateBadge } from './state-badge.tsx';
import { StateButtons } from './state-buttons.tsx';

interface Props {
  rows: readonly Campaign[];
  known: Campaigns;
  segments: Known;
  onKept: () => void;
}

export function CampaignsTable({ rows, known, segments, onKept }: Props) {
  const t = messages.value.campaigns;
  return (
    <Table
      caption={t.title}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { label: t.name, cell: ({ id, name }) => <a href={`/admin/campaigns/${id}`}>{name}</a> },
        { label: t.state, cell: (campaign) => <StateBadge state={campaign.state} /> },
        { label: t.place, cell: ({ place }) => placeWords(place) },
        {
          label: t.audience,
          cell: ({ audience }) => <span class="soft">{audienceWords(audience, segments)}</span>,
        },
        { label: t.shows, cell: ({ variants }) => t.variantCount(variants.length) },
        { label: t.goal, cell: ({ goal }) => t.goalWords(eventLabel(goal.event), goal.days) },
        { label: t.changed, cell: ({ id }) => <Changed said={known.changed[id] ?? null} /> },
        {
          label: t.act,
          cell: (campaign) => (
            <span class="row">
              <StateButtons campaign={campaign} onKept={onKept} />
              <a href={`/admin/campaigns/+?copy=${campaign.id}`}>
                {t.duplicate}
                <span class="unseen">: {campaign.name}</span>
              </a>
            </span>
          ),
        },
      ]}
    />
  );
}

function Changed({ said }: { said: Campaigns['changed'][string] | null }) {
  if (!said) return null;
  return (
    <>
      <Ago at={said.at} /> <span class="soft small">{messages.value.campaigns.changedBy(said.by)}</span>
    </>
  );
}
