import { useState } from 'preact/hooks';
import type { Which } from '../../server/shelves/past-decisions.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { slotName } from '../earnings/names.ts';
import { messages } from '../language/current.ts';
import type { Draft } from './draft.ts';
import { DraftProblem } from './draft-problem.tsx';
import { Chosen } from './line.tsx';
import type { Recipes } from './load-recipes.ts';
import { PastChanges } from './past-changes.tsx';
import { useReplay, wanted } from './use-replay.ts';

interface Props {
  draft: Draft;
  known: Recipes;
  isNew: boolean;
}

/** What a draft would have changed for those who were in the shop lately. */
export function PastCard({ draft, known, isNew }: Props) {
  const t = messages.value.past;
  const { replay, start, stop } = useReplay();
  const [place, setPlace] = useState(isNew ? (known.slots[0]?.slot ?? '') : '');
  const which: Which = place === '' ? { recipe: draft.id } : { slot: place };
  const { of, decisions, isRunning, problem } = replay;
  const isOld = of !== null && JSON.stringify(of) !== JSON.stringify({ draft, which });
  return (
    <Card title={t.title}>
      <div class="stack">
        <p class="soft small">{t.meaning}</p>
        <Chosen
          label={t.which}
          value={place}
          options={[
            ...(isNew ? [] : [{ value: '', label: t.ofThis }]),
            ...known.slots.map(({ slot }) => ({ value: slot, label: t.inPlace(slotName(slot)) })),
          ]}
          onChoose={setPlace}
        />
        <div class="row">
          {isRunning ? (
            <Button onPress={stop}>{t.stop}</Button>
          ) : (
            <Button onPress={() => start(draft, which)}>{of === null ? t.start(wanted) : t.again}</Button>
          )}
        </div>
        {isRunning && <progress class="past-progress" aria-label={t.title} value={decisions.length / wanted} />}
        {problem && <DraftProblem problem={problem} />}
        <p role="status" class="soft small">
          {isRunning ? t.tried(decisions.length) : isOld ? t.isOld : ''}
        </p>
        {of && (!isRunning || decisions.length > 0) && <PastChanges replay={replay} known={known} />}
      </div>
    </Card>
  );
}
