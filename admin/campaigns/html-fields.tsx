import { useId } from 'preact/hooks';
import { Disclosure } from '../components/disclosure.tsx';
import { Field } from '../components/field.tsx';
import { messages } from '../language/current.ts';
import type { Language } from '../language/languages.ts';
import { NumberLine } from '../recommendations/line.tsx';
import type { Html } from './draft.ts';
import type { ErrorAt } from './field-errors.ts';
import { useDrawnHtml } from './use-drawn-html.ts';

interface Props {
  html: Html;
  /** In which it is written now. */
  language: Language;
  errorAt: ErrorAt;
  onChange: (html: Html) => void;
}

/** The merchant's own HTML, with what is wrong with it by line, and what it may say of the visitor. */
export function HtmlFields({ html, language, errorAt, onChange }: Props) {
  const t = messages.value.ownHtml;
  const id = useId();
  const source = html.html[language] ?? '';
  const problems = useDrawnHtml(source === '' ? null : source)?.problems ?? [];
  // What was refused may be right by now.
  const error = source === '' || problems.length > 0 ? errorAt('html') : null;
  const notes = [`${id}-hint`, error && `${id}-error`, problems.length > 0 && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <>
      <Field
        label={t.title}
        hint={t.titleHint}
        value={html.title[language] ?? ''}
        error={errorAt('title')}
        onInput={(now) => onChange({ ...html, title: { ...html.title, [language]: now === '' ? undefined : now } })}
        autocomplete="off"
        optional
      />
      <div class="field">
        <label for={id}>{t.source}</label>
        <textarea
          id={id}
          class="input campaign-html"
          rows={10}
          maxLength={5_000}
          spellcheck={false}
          value={source}
          aria-describedby={notes}
          aria-invalid={error || problems.length > 0 ? 'true' : undefined}
          onInput={({ currentTarget: { value } }) =>
            onChange({ ...html, html: { ...html.html, [language]: value === '' ? undefined : value } })
          }
        />
        <span id={`${id}-hint`} class="soft small">
          {t.sourceHint}
        </span>
        {error && (
          <span id={`${id}-error`} class="field-error small">
            {error}
          </span>
        )}
      </div>
      <div id={`${id}-wrong`} role="status">
        {problems.length > 0 && (
          <ul class="campaign-wrong small" aria-label={t.wrong}>
            {problems.map(({ line, code, what }, place) => (
              <li key={place}>
                <strong>{line === null ? t.filled : t.line(String(line))}</strong> {t.problems[code](what)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Disclosure summary={t.facts}>
        <p class="soft small">{t.factsMeaning}</p>
        <ul class="small">
          {Object.entries(t.names).map(([name, words]) => (
            <li key={name}>
              <code>{`{{ ${name} }}`}</code> {words}
            </li>
          ))}
        </ul>
      </Disclosure>
      <div class="recipe-line">
        {(['height', 'narrowHeight'] as const).map((of) => (
          <NumberLine
            key={of}
            label={of === 'height' ? t.high : t.narrowHigh}
            hint={t.heightHint}
            value={html[of]}
            min={40}
            max={600}
            empty={40}
            error={errorAt(of)}
            onInput={(next) => onChange({ ...html, [of]: next })}
          />
        ))}
      </div>
    </>
  );
}
