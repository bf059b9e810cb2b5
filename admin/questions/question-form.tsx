import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Question, QuestionType } from '../../server/questions/question.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';
import { Choices } from './choices.tsx';
import { keyOf } from './key-of.ts';
import { WordsFields } from './words-fields.tsx';

const types: readonly QuestionType[] = ['choice', 'several', 'yes_no', 'text', 'number', 'date'];
const blank: Question = {
  key: '',
  type: 'choice',
  words: {},
  choices: [
    { value: '', words: {} },
    { value: '', words: {} },
  ],
};

/** `known` is asked already: its key and its type stay, since answers were given to them. */
export function QuestionForm({ known }: { known: Question | null }) {
  const t = messages.value.questions;
  const { route } = useLocation();
  const [{ key, type, words, choices }, setQuestion] = useState(known ?? blank);
  const change = (part: Partial<Question>) => setQuestion((question) => ({ ...question, ...part }));
  const hasChoices = type === 'choice' || type === 'several';
  const { submit, busy, problem } = useSubmit(async () => {
    const json = { type, words, choices: hasChoices ? choices : [] };
    await client.questions[':key'].$put({ param: { key }, json });
    route('/admin/questions');
  });
  return (
    <form class="stack" onSubmit={submit}>
      <Card title={t.question}>
        <div class="stack">
          <WordsFields
            label={t.words}
            words={words}
            onChange={(next) => {
              const followed = known === null && key === keyOf(words.en ?? '');
              change({ words: next, ...(followed ? { key: keyOf(next.en ?? '') } : {}) });
            }}
          />
          <p class="soft small">{t.wordsHint}</p>
          {known ? (
            <p class="soft">{t.answeredWith(t.types[type])}</p>
          ) : (
            <>
              <Choice
                label={t.type}
                options={types.map((value) => ({ value, label: t.types[value] }))}
                value={type}
                onChoose={(chosen) => change({ type: chosen })}
              />
              <Field
                label={t.key}
                hint={t.keyHint}
                value={key}
                onInput={(text) => change({ key: text })}
                autocomplete="off"
              />
            </>
          )}
        </div>
      </Card>
      {hasChoices && (
        <Card title={t.choices}>
          <Choices choices={choices} onChange={(next) => change({ choices: next })} />
        </Card>
      )}
      <div class="row">
        <Button look="primary" submits busy={busy}>
          {t.save}
        </Button>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </form>
  );
}
