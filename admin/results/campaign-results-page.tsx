import { parseResponse } from 'hono/client';
import { useRoute } from 'preact-iso/router';
import type { CampaignResults } from '../../server/results/campaign-results.ts';
import { apiBase, client } from '../api/client.ts';
import { FatesCard } from '../campaigns/fates-card.tsx';
import { Card } from '../components/card.tsx';
import { FileLinks } from '../components/file-links.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { armName } from './arm-name.ts';
import { ArmsTable, DeedsTable } from './arms-table.tsx';
import { Beyond } from './beyond.tsx';
import { DemoNote } from './demo-note.tsx';
import { SharesCard } from './shares-card.tsx';
import { SurveyCard } from './survey-card.tsx';
import { VerdictNote } from './verdict-note.tsx';
import { WhatIfCard } from './what-if-card.tsx';

/** What one campaign brings, by those who go without it. */
export function CampaignResultsPage() {
  const t = messages.value.campaignResults;
  const { id = '' } = useRoute().params;
  const results = useLoad(() => parseResponse(client.results[':id'].$get({ param: { id } })), [id]);
  return (
    <Page
      title={results.value ? `${t.title}: ${results.value.campaign.name}` : t.title}
      lead={t.lead}
      aside={
        <LinkButton look="plain" href={`/admin/campaigns/${encodeURIComponent(id)}`}>
          {t.back}
        </LinkButton>
      }
    >
      <Awaited of={results} lines={10}>
        {(found) => (
          <>
            <Found results={found} />
            <SharesCard results={found} onLearnt={results.reload} />
            <WhatIfCard key={found.campaign.version} results={found} />
          </>
        )}
      </Awaited>
      <SurveyCard id={id} />
      <FatesCard id={id} />
    </Page>
  );
}

function Found({ results }: { results: CampaignResults }) {
  const t = messages.value.campaignResults;
  const { number, money, calendarDay, percent } = formats.value;
  const { arms, campaign, currency, counted, since, inTwoArms, cost, verdict } = results;
  const isWeighted = arms.some(({ worth, people }) => worth < people - 0.5);
  const address = (separator: string) =>
    `${apiBase}/results/${encodeURIComponent(campaign.id)}/arms.csv?separator=${separator}`;
  return (
    <Card title={t.arms}>
      <div class="stack">
        {counted < 1 && <p role="status">{messages.value.earnings.counting(percent(counted))}</p>}
        <VerdictNote verdict={verdict} />
        <DemoNote campaign={campaign.id} />
        <Beyond arms={arms} currency={currency} nameOf={armName} />
        {since !== null && <ArmsTable results={results} />}
        {since !== null && <DeedsTable results={results} />}
        <p class="soft small">
          {since !== null && t.since(calendarDay(since))} {cost > 0 && t.cost(money({ amount: cost, currency }))}{' '}
          {inTwoArms > 0 && t.inTwoArms(number(inTwoArms))} {isWeighted && t.weighted}
        </p>
        {since !== null && <FileLinks address={address} />}
      </div>
    </Card>
  );
}
