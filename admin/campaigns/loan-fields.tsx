import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import type { Language } from '../language/languages.ts';
import { NumberLine } from '../recommendations/line.tsx';
import type { Loan } from './draft.ts';
import type { ErrorAt } from './field-errors.ts';

interface Props {
  loan: Loan;
  /** In which it is written now. */
  language: Language;
  errorAt: ErrorAt;
  onChange: (loan: Loan) => void;
}

const mostTerms = 6;

/** For how long, and for how much a year; what is paid at once; and what the law wants said. */
export function LoanFields({ loan, language, errorAt, onChange }: Props) {
  const t = messages.value.loan;
  const { terms, down } = loan;
  const keep = (next: Loan['terms']) => onChange({ ...loan, terms: next });
  return (
    <>
      <p class="soft small">{t.meaning}</p>
      {(['title', 'text'] as const).map((of) => (
        <Field
          key={of}
          label={of === 'title' ? messages.value.campaigns.heading : t.law}
          {...(of === 'text' && { hint: t.lawHint })}
          value={loan[of][language] ?? ''}
          error={errorAt(of)}
          onInput={(now) => onChange({ ...loan, [of]: { ...loan[of], [language]: now === '' ? undefined : now } })}
          autocomplete="off"
          optional
        />
      ))}
      {terms.map((term, at) => (
        // By place: its months are being typed.
        <fieldset key={at} class="survey-question stack">
          <legend>{t.term(at + 1)}</legend>
          <div class="recipe-line">
            <NumberLine
              label={t.months}
              value={term.months}
              min={1}
              max={60}
              empty={1}
              error={errorAt(`terms.${at}.months`)}
              onInput={(months) => keep(terms.with(at, { ...term, months }))}
            />
            <NumberLine
              label={t.rate}
              value={term.rate}
              min={0}
              max={100}
              step={0.01}
              empty={0}
              error={errorAt(`terms.${at}.rate`)}
              onInput={(rate) => keep(terms.with(at, { ...term, rate }))}
            />
            {terms.length > 1 && (
              <Button onPress={() => keep(terms.toSpliced(at, 1))}>
                {t.remove}
                <span class="unseen">: {at + 1}</span>
              </Button>
            )}
          </div>
        </fieldset>
      ))}
      {errorAt('terms') && !terms.some((_, at) => errorAt(`terms.${at}`)) && (
        <p class="field-error small" role="alert">
          {errorAt('terms')}
        </p>
      )}
      {terms.length < mostTerms && (
        <div class="row">
          <Button onPress={() => keep([...terms, nextOf(terms)])}>{t.add}</Button>
        </div>
      )}
      <NumberLine
        label={t.down}
        hint={t.downHint}
        value={down}
        min={0}
        max={90}
        step={0.01}
        empty={0}
        error={errorAt('down')}
        onInput={(next) => onChange({ ...loan, down: next })}
      />
    </>
  );
}

/** At the last one's rate, and for a number of months that no other has. */
function nextOf(terms: Loan['terms']): Loan['terms'][number] {
  const isFree = (months: number) => terms.every((term) => term.months !== months);
  return { months: [3, 6, 12, 24, 36, 48, 60].find(isFree) ?? 1, rate: terms.at(-1)?.rate ?? 0 };
}
