import '../recommendations/recipes.css';
import './campaigns.css';
import { useState } from 'preact/hooks';
import { Choice } from '../components/choice.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { loadSegments } from '../segments/load-segments.ts';
import { CampaignsTable } from './campaigns-table.tsx';
import { CouponsCard } from './coupons-card.tsx';
import { loadCampaigns } from './load-campaigns.ts';
import { RulesCard } from './rules-card.tsx';

const views = ['living', 'running', 'draft', 'paused', 'archived'] as const;

/** What the shop shows to whom, the newest change first. */
export function CampaignsPage() {
  const t = messages.value.campaigns;
  const list = useLoad(() => Promise.all([loadCampaigns(), loadSegments()]), []);
  const [view, setView] = useState<(typeof views)[number]>('living');
  const isEmpty = list.value?.[0].campaigns.length === 0;
  const create = (
    <span class="row">
      <LinkButton look="plain" href="/admin/campaigns/+all">
        {messages.value.campaignResults.allLink}
      </LinkButton>
      <LinkButton href="/admin/campaigns/+">{t.create}</LinkButton>
    </span>
  );
  return (
    <Page title={t.title} lead={t.lead} aside={list.value && !isEmpty && create}>
      <Awaited of={list} lines={6}>
        {([known, segments]) => {
          if (known.campaigns.length === 0) {
            const action = <LinkButton href="/admin/campaigns/+?example">{t.emptyAction}</LinkButton>;
            return <EmptyState title={t.emptyTitle} text={t.emptyText} action={action} />;
          }
          const rows = known.campaigns
            .filter(({ state }) => (view === 'living' ? state !== 'archived' : state === view))
            .sort((a, b) => (known.changed[b.id]?.at ?? 0) - (known.changed[a.id]?.at ?? 0));
          return (
            <div class="stack">
              <Choice
                label={t.view}
                options={views.map((value) => ({ value, label: t.views[value] }))}
                value={view}
                onChoose={setView}
              />
              {rows.length === 0 ? (
                <p class="soft">{t.noneInView}</p>
              ) : (
                <CampaignsTable rows={rows} known={known} segments={segments} onKept={() => void list.reload()} />
              )}
            </div>
          );
        }}
      </Awaited>
      <RulesCard />
      <CouponsCard />
    </Page>
  );
}
