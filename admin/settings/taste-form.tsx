import { useState } from 'preact/hooks';
import type { TellingEvent } from '../../server/profiles/interest.ts';
import type { Taste } from '../../server/profiles/taste.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import type { Tasted } from './taste-card.tsx';
import { draftOf, isSame, leftAfter, tasteOf } from './taste-draft.ts';
import { TasteEffect } from './taste-effect.tsx';

interface Props {
  known: Tasted;
  /** What the fields begin with. */
  start: Taste;
  onKept: () => Promise<void>;
}

/** Each weight with what it is for; beside them what they would change, before they are kept. */
export function TasteForm({ known, start, onKept }: Props) {
  const t = messages.value.settings;
  const { percent, decimal } = formats.value;
  const [draft, setDraft] = useState(draftOf(start));
  const taste = tasteOf(draft, known);
  const isChanged = !taste || !isSame(taste, known.taste);
  const { submit, busy, problem } = useSubmit(async () => {
    if (!taste) return;
    await client.taste.$put({ json: taste });
    await onKept();
  });
  const weigh = (name: TellingEvent) => (value: string) =>
    setDraft({ ...draft, weights: { ...draft.weights, [name]: value } });
  const fields = (against: boolean) =>
    known.bounds.weights
      .filter(({ least }) => least < 0 === against)
      .map(({ name, least, most, step }) => (
        <Field
          key={name}
          type="number"
          label={t.events[name].what}
          hint={t.events[name].why}
          value={draft.weights[name]}
          range={{ least: 0, most: Math.max(-least, most), step }}
          onInput={weigh(name)}
          error={problem?.field === `weights.${name}` ? problem.message : null}
        />
      ));
  const { view_item: view, purchase } = taste?.weights ?? known.taste.weights;
  const days = taste?.halfLifeDays ?? known.taste.halfLifeDays;
  const left = (after: number) => percent(leftAfter(after, days));
  return (
    <form class="taste-form" onSubmit={submit}>
      <div class="stack">
        <fieldset class="taste-weights">
          <legend>{t.speaksFor}</legend>
          {fields(false)}
        </fieldset>
        <fieldset class="taste-weights">
          <legend>{t.speaksAgainst}</legend>
          {fields(true)}
        </fieldset>
        <fieldset class="taste-weights">
          <legend>{t.fades}</legend>
          <Field
            type="number"
            label={t.halfLife}
            hint={t.halfLifeHint}
            value={draft.halfLifeDays}
            range={{ ...known.bounds.halfLifeDays, step: 1 }}
            onInput={(halfLifeDays) => setDraft({ ...draft, halfLifeDays })}
            error={problem?.field === 'halfLifeDays' ? problem.message : null}
          />
        </fieldset>
        <p class="soft small numbers">
          {view > 0 && purchase > 0 && `${t.asMany(decimal(purchase / view))} `}
          {t.left(left(30), left(182), left(365))}
        </p>
      </div>
      <div class="stack taste-effect">
        <TasteEffect taste={isChanged ? taste : null} isWrong={taste === null} />
        {problem && (problem.field === null || problem.field === 'weights') && <ProblemNote problem={problem} />}
        <div class="row">
          {isChanged && (
            <Button look="primary" submits busy={busy || taste === null}>
              {t.keep}
            </Button>
          )}
          {isChanged && (
            <Button look="quiet" onPress={() => setDraft(draftOf(known.taste))}>
              {t.discard}
            </Button>
          )}
          {(!taste || !isSame(taste, known.defaults)) && (
            <Button onPress={() => setDraft(draftOf(known.defaults))}>{t.defaults}</Button>
          )}
        </div>
      </div>
    </form>
  );
}
