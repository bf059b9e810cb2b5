import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../api/problem.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { Chosen } from '../recommendations/line.tsx';
import { type AskPast, type Journey, useJourney } from './use-journey.ts';

interface Props<Draft, Person> {
  /** What is gone through, and what nobody knows of it. */
  meaning: string;
  draft: Draft;
  ask: AskPast<Draft, Person>;
  problemOf: (problem: Problem, again: () => void) => ComponentChildren;
  told: (journey: Journey<Draft, Person>) => ComponentChildren;
}

/** What a draft would have done in the last days. */
export function JourneyCard<Draft, Person>({ meaning, draft, ask, problemOf, told }: Props<Draft, Person>) {
  const t = messages.value.timeMachine;
  const { journey, start, stop } = useJourney(ask);
  const [days, setDays] = useState(7);
  const { of, people, isCut, isRunning, problem } = journey;
  const isOld = of !== null && JSON.stringify(of) !== JSON.stringify({ draft, days });
  return (
    <Card title={t.title}>
      <div class="stack">
        <p class="soft small">{meaning}</p>
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
        {problem && problemOf(problem, () => start(draft, days))}
        <p role="status" class="soft small">
          {isRunning ? t.gone(people.length) : isOld ? t.isOld : isCut ? t.cut : ''}
        </p>
        {of && !problem && (!isRunning || people.length > 0) && told(journey)}
      </div>
    </Card>
  );
}
