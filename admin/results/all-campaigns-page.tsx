import { parseResponse } from 'hono/client';
import type { AllCampaigns } from '../../server/results/all-campaigns.ts';
import { apiBase, client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { FileLinks } from '../components/file-links.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Metric } from '../components/metric.tsx';
import { Metrics } from '../components/metrics.tsx';
import { Page } from '../components/page.tsx';
import { Ranged } from '../components/ranged.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { ArmsTable } from './arms-table.tsx';
import { Beyond } from './beyond.tsx';
import { resultWords } from './result-words.ts';
import { SelfTestCard } from './self-test-card.tsx';
import { VerdictNote } from './verdict-note.tsx';

/** What all campaigns bring together, by the few who see none of them. */
export function AllCampaignsPage() {
  const t = messages.value.campaignResults;
  const all = useLoad(() => parseResponse(client.results.$get()), []);
  return (
    <Page
      title={t.allTitle}
      lead={t.allLead}
      aside={
        <LinkButton look="plain" href="/admin/campaigns">
          {messages.value.campaigns.title}
        </LinkButton>
      }
    >
      <Awaited of={all} lines={10}>
        {(found) => <Found all={found} />}
      </Awaited>
      <SelfTestCard />
    </Page>
  );
}

function Found({ all }: { all: AllCampaigns }) {
  const t = messages.value.campaignResults;
  const { percent, number, calendarDay } = formats.value;
  const { arms, currency, counted, share, since, inTwoArms, verdict } = all;
  const nameOf = (arm: string) => (arm === 'held' ? t.held : t.met);
  return (
    <Card title={t.allCard}>
      <div class="stack">
        {counted < 1 && <p role="status">{messages.value.earnings.counting(percent(counted))}</p>}
        <VerdictNote verdict={verdict} nameOf={nameOf} goal={t.buying} />
        {share === 0 && <p>{t.allNobody}</p>}
        <Earned all={all} />
        <Beyond arms={arms} currency={currency} nameOf={nameOf} />
        {since !== null && <ArmsTable results={{ arms, base: 'held', currency }} nameOf={nameOf} />}
        <p class="soft small">
          {t.allShare(percent(share / 100))} {since !== null && t.since(calendarDay(since))}{' '}
          {inTwoArms > 0 && t.inTwoArms(number(inTwoArms))}
        </p>
        {since !== null && <FileLinks address={(separator) => `${apiBase}/results/all.csv?separator=${separator}`} />}
      </div>
    </Card>
  );
}

/** The difference of one person, times all who saw campaigns. */
function Earned({ all: { arms, currency } }: { all: AllCampaigns }) {
  const t = messages.value.campaignResults;
  const met = arms.find(({ arm }) => arm === 'met');
  const revenue = met?.against?.revenue;
  if (!met || !revenue?.isKnown) return null;
  const { inMoney } = resultWords(formats.value, currency);
  const of = (each: number) => inMoney(each * met.people);
  const { mean, low, high } = revenue;
  const value = <Ranged value={mean > 0 ? `+${of(mean)}` : of(mean)} low={of(low)} high={of(high)} />;
  return (
    <Metrics>
      <Metric label={t.earned} definition={t.earnedMeaning} value={value} />
    </Metrics>
  );
}
