import './campaigns.css';
import '../recommendations/recipes.css';
import '../segments/segments.css';
import { useRoute } from 'preact-iso/router';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { loadRecipes } from '../recommendations/load-recipes.ts';
import { loadSegments } from '../segments/load-segments.ts';
import { CampaignEditor } from './campaign-editor.tsx';
import { blank, type Draft, draftOf } from './draft.ts';
import { example } from './example.ts';
import { type Campaigns, loadCampaigns } from './load-campaigns.ts';
import { StateBadge } from './state-badge.tsx';

/** A new campaign, at an address that none has; else one that the shop has. */
export function CampaignPage() {
  const t = messages.value.campaigns;
  const { params, query } = useRoute();
  const { id = '+' } = params;
  const list = useLoad(() => Promise.all([loadCampaigns(), loadSegments(), loadRecipes()]), [id]);
  const campaign = list.value?.[0].campaigns.find((one) => one.id === id) ?? null;
  if (id !== '+' && list.value && !campaign) {
    const action = <LinkButton href="/admin/campaigns">{t.missingAction}</LinkButton>;
    return (
      <Page title={t.missingTitle}>
        <EmptyState title={t.missingTitle} text={t.missingText} action={action} />
      </Page>
    );
  }
  return (
    <Page
      title={campaign?.name ?? t.create}
      aside={
        campaign && (
          <span class="row">
            <LinkButton look="plain" href={`/admin/campaigns/${campaign.id}/results`}>
              {messages.value.campaignResults.title}
            </LinkButton>
            <StateBadge state={campaign.state} />
          </span>
        )
      }
    >
      <Awaited of={list} lines={12}>
        {([known, segments, recipes]) => (
          <CampaignEditor
            key={id}
            campaign={campaign}
            begun={begunBy(query, known)}
            known={{ ...known, segments, recipes }}
            reload={list.reload}
          />
        )}
      </Awaited>
    </Page>
  );
}

/** What a new campaign begins with: nothing, an example, or another one. */
function begunBy({ copy, example: asked }: Record<string, string>, { campaigns }: Campaigns): Draft {
  const t = messages.value.campaigns;
  const other = campaigns.find(({ id }) => id === copy);
  if (other) return { ...draftOf(other), id: '', name: t.copyOf(other.name), state: 'draft' };
  return asked === undefined ? blank : example();
}
