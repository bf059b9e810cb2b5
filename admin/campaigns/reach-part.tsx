import { useId } from 'preact/hooks';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { Named } from '../recommendations/named.tsx';
import { CheckLine } from './check-line.tsx';
import type { Change, Draft } from './draft.ts';
import type { ErrorAt } from './field-errors.ts';

interface Props {
  draft: Draft;
  errorAt: ErrorAt;
  onChange: Change;
}

/** On which pages it may stand, and who may see it as far as their consent goes. */
export function ReachPart({ draft: { pages, products, rungs }, errorAt, onChange }: Props) {
  const t = messages.value.campaigns;
  return (
    <Card title={t.pages}>
      <div class="stack">
        <div class="recipe-line">
          {(['only', 'never'] as const).map((of) => (
            <Lines
              key={of}
              label={t[of]}
              hint={of === 'only' ? t.onlyHint : t.neverHint}
              lines={pages[of]}
              error={errorAt(`pages.${of}`)}
              onChange={(lines) => onChange({ pages: { ...pages, [of]: lines } })}
            />
          ))}
        </div>
        <Named
          label={t.products}
          meaning={t.productsMeaning}
          scope={products}
          onChange={(scope) => onChange({ products: scope })}
        />
        <fieldset class="stack">
          <legend>{t.consent}</legend>
          <div>
            {(['profile', 'context'] as const).map((rung) => (
              <CheckLine
                key={rung}
                checked={rungs.includes(rung)}
                onChange={(isIn) =>
                  onChange({ rungs: isIn ? [...rungs, rung] : rungs.filter((other) => other !== rung) })
                }
              >
                {t.rungs[rung]}
              </CheckLine>
            ))}
          </div>
          {errorAt('rungs') ? (
            <span class="field-error small" role="alert">
              {errorAt('rungs')}
            </span>
          ) : (
            <span class="soft small">{t.rungsHint}</span>
          )}
        </fieldset>
      </div>
    </Card>
  );
}

interface LinesProps {
  label: string;
  hint: string;
  lines: readonly string[];
  error: string | null;
  onChange: (lines: string[]) => void;
}

function Lines({ label, hint, lines, error, onChange }: LinesProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="input campaign-lines"
        rows={3}
        spellcheck={false}
        value={lines.join('\n')}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={error ? 'true' : undefined}
        onInput={({ currentTarget: { value } }) => onChange(value === '' ? [] : value.split('\n'))}
      />
      <span id={`${id}-hint`} class="soft small">
        {hint}
      </span>
      {error && (
        <span id={`${id}-error`} class="field-error small">
          {error}
        </span>
      )}
    </div>
  );
}
