import { useState } from 'preact/hooks';
import type { Question, QuestionType } from '../../server/questions/question.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { SelectField } from '../profit/select-field.tsx';
import { inLanguage } from '../questions/in-language.ts';
import { useSubmit } from '../session/use-submit.ts';

interface Props {
  person: string;
  trait: string;
  question: Question | null;
  /** As it is kept; empty where nothing is known. */
  value: string;
  onKept: () => Promise<void>;
  onCancel: () => void;
}

const contact = ['name', 'email', 'phone'];
const inputs: Partial<Record<QuestionType, 'date' | 'text'>> = { date: 'date' };

/** One trait of a person, as staff corrects it. */
export function TraitForm({ person, trait, question, value, onKept, onCancel }: Props) {
  const t = messages.value.edits;
  const [text, setText] = useState(value);
  const send = (next: string | string[] | null) => async () => {
    await client.visitors[':id'].edits.$post({ param: { id: person }, json: { traits: { [trait]: next } } });
    await onKept();
  };
  const isSeveral = question?.type === 'several';
  const chosen = text === '' ? [] : text.split(',');
  const { submit, busy, problem } = useSubmit(send(isSeveral ? chosen : text));
  const away = useSubmit(send(null));
  const options = optionsOf(question);
  const hint = contact.includes(trait) ? t.contact : t.stands;
  return (
    <form class="stack trait-form" onSubmit={submit}>
      {isSeveral ? (
        <fieldset class="stack">
          <legend class="soft small">{t.value}</legend>
          {options.map((option) => (
            <label key={option.value} class="row">
              <input
                type="checkbox"
                checked={chosen.includes(option.value)}
                onChange={({ currentTarget }) =>
                  setText(
                    (currentTarget.checked
                      ? [...chosen, option.value]
                      : chosen.filter((one) => one !== option.value)
                    ).join(','),
                  )
                }
              />
              {option.label}
            </label>
          ))}
          <span class="soft small">{hint}</span>
        </fieldset>
      ) : options.length > 0 ? (
        <SelectField
          label={t.value}
          value={text}
          options={[{ value: '', label: t.choose }, ...options]}
          hint={hint}
          onChoose={setText}
        />
      ) : (
        <Field
          label={t.value}
          type={(question && inputs[question.type]) ?? 'text'}
          value={text}
          onInput={setText}
          hint={hint}
          error={problem?.field === trait ? problem.message : null}
          autocomplete="off"
          first
        />
      )}
      {problem && (problem.field !== trait || options.length > 0) && <ProblemNote problem={problem} />}
      {away.problem && <ProblemNote problem={away.problem} />}
      <div class="row">
        <Button look="primary" submits busy={busy || text === '' || text === value}>
          {t.keep}
        </Button>
        {value !== '' && (
          <Button busy={away.busy} onPress={() => away.submit()}>
            {t.remove}
          </Button>
        )}
        <Button look="quiet" onPress={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}

function optionsOf(question: Question | null): { value: string; label: string }[] {
  const t = messages.value.questions;
  if (question?.type === 'yes_no')
    return [
      { value: 'yes', label: t.yes },
      { value: 'no', label: t.no },
    ];
  return (question?.choices ?? []).map(({ value, words }) => ({ value, label: inLanguage(words) }));
}
