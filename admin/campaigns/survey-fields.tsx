import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import type { Language } from '../language/languages.ts';
import { Chosen, NumberLine } from '../recommendations/line.tsx';
import type { Content } from './draft.ts';
import type { ErrorAt } from './field-errors.ts';
import { OnlyPart } from './only-part.tsx';
import { newQuestion, type Survey, type SurveyQuestion, type SurveyWords } from './survey-draft.ts';

interface Props {
  survey: Survey;
  known: SurveyWords;
  /** In which it is written now. */
  language: Language;
  errorAt: ErrorAt;
  onChange: (survey: Content) => void;
}

/** The questions of a survey one after the other, and which of them goes by which answer. */
export function SurveyFields({ survey, known, language, errorAt, onChange }: Props) {
  const t = messages.value.campaigns;
  const { questions, restDays } = survey;
  const keep = (next: SurveyQuestion[]) => onChange({ ...survey, questions: next });
  return (
    <>
      {questions.map((question, place) => {
        const { asks, words, key, only } = question;
        const path = `questions.${place}`;
        const change = (part: Partial<SurveyQuestion>) => keep(questions.with(place, { ...question, ...part }));
        return (
          // By place: its key is being typed.
          <fieldset key={place} class="survey-question stack">
            <legend>{t.surveyQuestion(place + 1)}</legend>
            <Chosen
              label={t.asks}
              hint={t.asksMeanings[asks]}
              value={asks}
              options={known.usual.map((one) => ({ value: one.asks, label: t.asksKinds[one.asks] }))}
              onChoose={(next) => keep(withKind(questions, place, next, known))}
            />
            <Field
              label={t.questionWords}
              value={words[language] ?? ''}
              error={errorAt(`${path}.words`)}
              onInput={(now) => change({ words: { ...words, [language]: now === '' ? undefined : now } })}
              autocomplete="off"
              optional
            />
            <Field
              label={t.questionKey}
              hint={t.questionKeyHint}
              value={key}
              error={errorAt(`${path}.key`)}
              onInput={(next) => keep(renamed(questions, place, next))}
              autocomplete="off"
            />
            {place > 0 && (
              <OnlyPart
                only={only}
                earlier={questions.slice(0, place)}
                known={known}
                onChange={(next) => change({ only: next })}
              />
            )}
            {questions.length > 1 && (
              <div class="row">
                <Button onPress={() => keep(without(questions, place))}>
                  {t.removeQuestion}
                  <span class="unseen">: {place + 1}</span>
                </Button>
              </div>
            )}
          </fieldset>
        );
      })}
      {questions.length < 6 && (
        <div class="row">
          <Button onPress={() => keep([...questions, newQuestion('text', questions, known)])}>{t.addQuestion}</Button>
        </div>
      )}
      {errorAt('questions') && !questions.some((_, place) => errorAt(`questions.${place}`)) && (
        <p class="field-error small" role="alert">
          {t.wrong.questions}
        </p>
      )}
      <NumberLine
        label={t.restDays}
        hint={t.restDaysHint}
        value={restDays}
        min={1}
        max={730}
        empty={90}
        error={errorAt('restDays')}
        onInput={(days) => onChange({ ...survey, restDays: days })}
      />
    </>
  );
}

/** Words that were not changed become those of the other kind; what went by its steps is asked of everyone. */
function withKind(
  questions: readonly SurveyQuestion[],
  place: number,
  asks: SurveyQuestion['asks'],
  known: SurveyWords,
): SurveyQuestion[] {
  const before = questions[place];
  if (!before) return [...questions];
  const usual = known.usual.find((one) => one.asks === before.asks)?.words;
  const isUsual = JSON.stringify(usual) === JSON.stringify(before.words);
  const made = newQuestion(asks, questions.toSpliced(place, 1), known);
  const next = isUsual ? { ...made, only: before.only } : { ...before, asks };
  return freed(questions.with(place, next), before.key);
}

function renamed(questions: readonly SurveyQuestion[], place: number, key: string): SurveyQuestion[] {
  const before = questions[place]?.key;
  return questions.map((one, at) => {
    if (at === place) return { ...one, key };
    return one.only && one.only.key === before ? { ...one, only: { ...one.only, key } } : one;
  });
}

function without(questions: readonly SurveyQuestion[], place: number): SurveyQuestion[] {
  const left = freed(questions.toSpliced(place, 1), questions[place]?.key);
  return left.map((one, at) => (at === 0 ? { ...one, only: null } : one));
}

function freed(questions: readonly SurveyQuestion[], key: string | undefined): SurveyQuestion[] {
  return questions.map((one) => (one.only?.key === key ? { ...one, only: null } : one));
}
