import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import type { CampaignResults } from '../../server/results/campaign-results.ts';
import { client } from '../api/client.ts';
import { type Problem, problemFrom } from '../api/problem.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { SharesPicture } from './shares-picture.tsx';

const shown = 12;

/** By which shares the variants of a campaign that learns are drawn, and were. */
export function SharesCard({ results, onLearnt }: { results: CampaignResults; onLearnt: () => Promise<void> }) {
  const t = messages.value.campaignResults;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isLearning, setLearning] = useState(false);
  const { campaign, arms, shares } = results;
  if (campaign.split.by !== 'thompson') return null;
  const variants = arms.filter(({ isVariant }) => isVariant).map(({ arm }) => arm);
  const { percent, moment } = formats.value;
  const learn = async () => {
    setLearning(true);
    try {
      await parseResponse(client.results[':id'].shares.$post({ param: { id: campaign.id } }));
      await onLearnt();
      setProblem(null);
    } catch (thrown) {
      setProblem(problemFrom(thrown));
    } finally {
      setLearning(false);
    }
  };
  return (
    <Card title={t.shares}>
      <div class="stack">
        <p class="soft small">{t.sharesHow(percent(campaign.split.floor / 100))}</p>
        {problem && <ProblemNote problem={problem} onRetry={() => void learn()} />}
        <SharesPicture variants={variants} shares={shares} />
        <Table
          caption={t.shares}
          rows={shares.slice(0, shown)}
          keyOf={({ at }) => String(at)}
          columns={[
            { label: t.sharesSince, cell: ({ at }) => moment(at) },
            ...variants.map((variant, place) => ({
              label: t.variant(variant.toUpperCase()),
              number: true,
              cell: (row: (typeof shares)[number]) => percent(row.shares[place] ?? 0),
            })),
          ]}
        />
        {campaign.state === 'running' && (
          <div class="row">
            <Button onPress={() => void learn()} busy={isLearning}>
              {t.learnNow}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
