import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import type { PolicyValue } from '../../server/experiments/off-policy.ts';
import type { CampaignResults } from '../../server/results/campaign-results.ts';
import type { WhatIf } from '../../server/results/what-if.ts';
import { client } from '../api/client.ts';
import { type Problem, problemFrom } from '../api/problem.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { Ranged } from '../components/ranged.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { NumberLine } from '../recommendations/line.tsx';
import { formats } from '../session/session.ts';
import { armName } from './arm-name.ts';
import { resultWords } from './result-words.ts';

/** What the same people would have brought, had they been shared out otherwise. */
export function WhatIfCard({ results: { campaign, arms, currency, shares: learnt } }: { results: CampaignResults }) {
  const t = messages.value.campaignResults;
  const [shares, setShares] = useState<Record<string, number>>(() => sharesNow(arms, learnt[0]?.shares ?? []));
  const [told, setTold] = useState<WhatIf | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setAsking] = useState(false);
  if (arms.length < 2) return null;
  const whole = Object.values(shares).reduce((sum, share) => sum + share, 0);
  const ask = async () => {
    setAsking(true);
    try {
      const param = { id: campaign.id };
      setTold(await parseResponse(client.results[':id']['what-if'].$post({ param, json: { shares } })));
      setProblem(null);
    } catch (thrown) {
      setProblem(problemFrom(thrown));
    } finally {
      setAsking(false);
    }
  };
  return (
    <Card title={t.whatIf}>
      <div class="stack">
        <p class="soft small">{t.whatIfMeaning}</p>
        <div class="recipe-line">
          {arms.map(({ arm }) => (
            <NumberLine
              key={arm}
              label={armName(arm)}
              hint={t.whatIfShare(formats.value.percent(whole > 0 ? (shares[arm] ?? 0) / whole : 0))}
              value={shares[arm] ?? 0}
              min={0}
              max={100}
              empty={0}
              onInput={(share) => setShares({ ...shares, [arm]: share })}
            />
          ))}
        </div>
        <div class="row">
          <Button onPress={() => void ask()} busy={isAsking || whole === 0}>
            {t.whatIfAsk}
          </Button>
        </div>
        {problem && <ProblemNote problem={problem} onRetry={() => void ask()} />}
        <div role="status">{told && <Told told={told} currency={currency} />}</div>
      </div>
    </Card>
  );
}

/** In whole percent, of those who go without too. */
function sharesNow(arms: CampaignResults['arms'], variants: readonly number[]): Record<string, number> {
  const without = arms.find(({ isVariant }) => !isVariant);
  const people = arms.reduce((sum, arm) => sum + arm.people, 0);
  const left = without && people > 0 ? without.people / people : 0;
  const shown = arms.filter(({ isVariant }) => isVariant);
  return {
    ...(without && { [without.arm]: Math.round(100 * left) }),
    ...Object.fromEntries(shown.map(({ arm }, place) => [arm, Math.round(100 * (1 - left) * (variants[place] ?? 0))])),
  };
}

function Told({ told, currency }: { told: WhatIf; currency: string }) {
  const t = messages.value.campaignResults;
  const { fine } = formats.value;
  const { inMoney } = resultWords(formats.value, currency);
  if (!told.isKnown)
    return (
      <p>
        <Badge tone="warn">{t.whatIfUnknown}</Badge>{' '}
        {told.because === 'never-drawn'
          ? t.whatIfNever(told.arms.map(armName).join(', '))
          : t.whatIfFew(told.worth, told.needed)}
      </p>
    );
  const { was, would } = told;
  const rows = [...(was ? [{ label: t.whatIfWas, ...was }] : []), { label: t.whatIfWould, ...would }];
  const range = ({ mean, low, high }: PolicyValue, words: (value: number) => string) => (
    <Ranged value={words(mean)} low={words(Math.max(0, low))} high={words(high)} />
  );
  return (
    <>
      <Table
        caption={t.whatIf}
        rows={rows}
        keyOf={({ label }) => label}
        columns={[
          { label: t.arm, cell: ({ label }) => label },
          { label: t.reached, number: true, cell: ({ goal }) => range(goal, fine) },
          { label: t.net, number: true, cell: ({ revenue }) => range(revenue, inMoney) },
        ]}
      />
      <p class="soft small">{t.whatIfWorth(Math.floor(would.goal.worth))}</p>
    </>
  );
}
