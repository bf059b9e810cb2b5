import type { Condition, FinderQuestion } from '../../server/finders/finder.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { messages } from '../language/current.ts';
import { inLanguage } from '../questions/in-language.ts';
import { WordsFields } from '../questions/words-fields.tsx';
import { ConditionPart } from './condition-part.tsx';
import type { Finders } from './load-finders.ts';

type ChoiceOf = FinderQuestion['choices'][number];

interface Props {
  place: number;
  choice: ChoiceOf;
  /** Products that fit it; undefined while that is counted. */
  count: number | undefined;
  known: Finders;
  onChange: (choice: ChoiceOf) => void;
  onRemove: () => void;
}

/** Something that can be chosen, and what is true of the products that fit it. */
export function ChoicePart({ place, choice, count, known, onChange, onRemove }: Props) {
  const t = messages.value.finders;
  const { words, where } = choice;
  const put = (next: Condition[]) => onChange({ ...choice, where: next });
  return (
    <fieldset class="question-choice">
      <legend class="unseen">{t.choice(place + 1)}</legend>
      <WordsFields
        label={t.choice(place + 1)}
        words={words}
        onChange={(next) => onChange({ ...choice, words: next })}
      />
      {where.length === 0 && <p class="soft small">{t.every}</p>}
      {where.map((condition, at) => (
        <ConditionPart
          key={at}
          condition={condition}
          known={known}
          onChange={(next) => put(where.with(at, next))}
          onRemove={() => put(where.toSpliced(at, 1))}
        />
      ))}
      <div class="row">
        {where.length < 5 && (
          <Button onPress={() => put([...where, { of: 'category', among: [] }])}>{t.addCondition}</Button>
        )}
        <Button look="quiet" onPress={onRemove}>
          {t.removeChoice}
          <span class="unseen">: {inLanguage(words) || place + 1}</span>
        </Button>
        {count !== undefined && (
          <Badge tone={count === 0 ? 'warn' : 'plain'}>{count === 0 ? t.deadEnd : t.fits(count)}</Badge>
        )}
      </div>
    </fieldset>
  );
}
