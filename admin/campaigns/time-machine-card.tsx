import { useState } from 'preact/hooks';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { Chosen } from '../recommendations/line.tsx';
import type { Draft } from './draft.ts';
import { EditorProblem } from './editor-problem.tsx';
import { JourneyTold } from './journey-told.tsx';
import { useTimeMachine } from './use-time-machine.ts';

/** What a draft would have done with those who were in the shop lately. */
export function TimeMachineCard({ draft, campaigns }: { draft: Draft; campaigns: readonly Campaign[] }) {
  const t = messages.value.campaigns.machine;
  const { journey, start, stop } = useTimeMachine();
  const [days, setDays] = useState(7);
  const { of, people, isRunning, problem } = journey;
  const isOld = of !== null && JSON.stringify(of) !== JSON.stringify({ draft, days });
  return (
    <Card title={t.title}>
      <div class="stack">
        <p class="soft small">{t.meaning}</p>
        <Chosen
          label={t.days}
          value={String(days)}
          options={[1, 7, 30, 90].map((count) => ({ value: String(count), label: t.lastDays(count) }))}
          onChoose={(next) => setDays(Number(next))}
        />
        <div class="row">
          {isRunning ? (
            <Button onPress={stop}>{t.stop}</Button>
          ) : (
            <Button onPress={() => start(draft, days)}>{of === null ? t.start : t.again}</Button>
          )}
        </div>
        {isRunning && <progress class="past-progress" aria-label={t.title} />}
        {problem && <EditorProblem problem={problem} onLoad={() => start(draft, days)} />}
        <p role="status" class="soft small">
          {isRunning ? t.gone(people.length) : isOld ? t.isOld : ''}
        </p>
        {of && !problem && (!isRunning || people.length > 0) && <JourneyTold journey={journey} campaigns={campaigns} />}
      </div>
    </Card>
  );
}
