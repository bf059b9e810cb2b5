import type { FinderQuestion } from '../../server/finders/finder.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import { inLanguage } from '../questions/in-language.ts';
import { WordsFields } from '../questions/words-fields.tsx';
import { ChoicePart } from './choice-part.tsx';
import type { Finders } from './load-finders.ts';
import { Picked } from './picked.tsx';

interface Props {
  place: number;
  questions: readonly FinderQuestion[];
  /** Of each choice the products that fit it. */
  counts: readonly number[];
  known: Finders;
  onChange: (question: FinderQuestion) => void;
  onRemove: () => void;
  onEarlier: () => void;
}

/** A question of a finder: how it is asked, how much an answer counts, after what, and what can be chosen. */
export function QuestionPart({ place, questions, counts, known, onChange, onRemove, onEarlier }: Props) {
  const t = messages.value.finders;
  const question = questions[place] ?? blankQuestion(place + 1);
  const { key, words, several, optional, weight, onlyIf, choices } = question;
  const change = (part: Partial<FinderQuestion>) => onChange({ ...question, ...part });
  const before = questions.slice(0, place).flatMap((asked) =>
    asked.choices.map(({ value, words }) => ({
      value: `${asked.key}:${value}`,
      label: t.afterChoice(inLanguage(words) || value),
    })),
  );
  return (
    <Card
      title={`${t.question(place + 1)}${inLanguage(words) ? ` · ${inLanguage(words)}` : ''}`}
      aside={
        place > 0 && (
          <Button look="quiet" onPress={onEarlier}>
            {t.earlier}
          </Button>
        )
      }
    >
      <div class="stack">
        <WordsFields label={t.asked} words={words} onChange={(next) => change({ words: next })} />
        <div class="finder-line">
          <Field
            label={t.key}
            hint={t.keyHint}
            value={key}
            onInput={(next) => change({ key: next })}
            autocomplete="off"
          />
          <Choice
            label={t.counts}
            options={[
              { value: 'soft', label: t.soft },
              { value: 'hard', label: t.hard },
            ]}
            value={weight === null ? 'hard' : 'soft'}
            onChoose={(chosen) => change({ weight: chosen === 'hard' ? null : 1 })}
          />
          {weight !== null && (
            <Field
              label={t.weight}
              type="number"
              range={{ least: 0.1, most: 10, step: 0.1 }}
              value={String(weight)}
              onInput={(text) => change({ weight: Number(text) })}
            />
          )}
          {before.length > 0 && (
            <Picked
              label={t.onlyIf}
              options={[{ value: '', label: t.always }, ...before]}
              value={onlyIf ? `${onlyIf.question}:${onlyIf.choices[0]}` : ''}
              onPick={(picked) => change({ onlyIf: afterOf(picked) })}
            />
          )}
        </div>
        <label class="finder-tick">
          <input type="checkbox" checked={several} onChange={(e) => change({ several: e.currentTarget.checked })} />
          {t.several}
        </label>
        <label class="finder-tick">
          <input type="checkbox" checked={optional} onChange={(e) => change({ optional: e.currentTarget.checked })} />
          {t.optional}
        </label>
        {choices.map((choice, at) => (
          // By place: its value is being typed.
          <ChoicePart
            key={at}
            place={at}
            choice={choice}
            count={counts[at]}
            known={known}
            onChange={(next) => change({ choices: choices.with(at, next) })}
            onRemove={() => change({ choices: choices.toSpliced(at, 1) })}
          />
        ))}
        <div class="row">
          <Button onPress={() => change({ choices: [...choices, blankChoice(choices.length + 1)] })}>
            {t.addChoice}
          </Button>
          <Button look="quiet" onPress={onRemove}>
            {t.removeQuestion}
            <span class="unseen">: {inLanguage(words) || key}</span>
          </Button>
        </div>
      </div>
    </Card>
  );
}

export function blankQuestion(number: number): FinderQuestion {
  const choices = [blankChoice(1), blankChoice(2)];
  return { key: `q${number}`, words: {}, several: false, optional: true, weight: 1, onlyIf: null, choices };
}

function blankChoice(number: number): FinderQuestion['choices'][number] {
  return { value: `c${number}`, words: {}, where: [] };
}

function afterOf(picked: string): FinderQuestion['onlyIf'] {
  const [question = '', choice = ''] = picked.split(':');
  return choice === '' ? null : { question, choices: [choice] };
}
