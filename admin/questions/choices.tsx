import type { Question } from '../../server/questions/question.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import { inLanguage } from './in-language.ts';
import { keyOf } from './key-of.ts';
import { WordsFields } from './words-fields.tsx';

type Choice = Question['choices'][number];

interface Props {
  choices: readonly Choice[];
  onChange: (choices: Choice[]) => void;
}

/** What can be chosen: each a value that is kept, and the words for it. */
export function Choices({ choices, onChange }: Props) {
  const t = messages.value.questions;
  const change = (place: number, choice: Choice) => onChange(choices.with(place, choice));
  return (
    <div class="stack">
      {choices.map((choice, place) => (
        // By place: its value is being typed.
        <div key={place} class="question-choice">
          <WordsFields
            label={t.choiceNumber(place + 1)}
            words={choice.words}
            onChange={(words) => {
              const followed = choice.value === keyOf(choice.words.en ?? '');
              change(place, { words, value: followed ? keyOf(words.en ?? '') : choice.value });
            }}
          />
          <div class="one-line">
            <Field
              label={t.value}
              hint={t.valueHint}
              value={choice.value}
              onInput={(value) => change(place, { ...choice, value })}
              autocomplete="off"
            />
            <Button look="quiet" onPress={() => onChange(choices.toSpliced(place, 1))}>
              {t.removeChoice}
              <span class="unseen">: {inLanguage(choice.words) || place + 1}</span>
            </Button>
          </div>
        </div>
      ))}
      <div class="row">
        <Button onPress={() => onChange([...choices, { value: '', words: {} }])}>{t.addChoice}</Button>
      </div>
    </div>
  );
}
