import { useId } from 'preact/hooks';
import { messages } from '../language/current.ts';
import { Builder } from './builder.tsx';
import type { useRuleDraft } from './use-rule-draft.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Props extends ReturnType<typeof useRuleDraft> {
  vocabulary: Vocabulary;
  onTouch?: () => void;
}

/** A rule as conditions, and the same as one line of text. */
export function RuleFields({ rule, line, previewed: { misread }, build, type, vocabulary, onTouch }: Props) {
  const t = messages.value.segments;
  const lineId = useId();
  return (
    <>
      <Builder
        rule={rule}
        vocabulary={vocabulary}
        onChange={(next) => {
          build(next);
          onTouch?.();
        }}
      />
      <div class="field">
        <label for={lineId}>{t.line}</label>
        <textarea
          id={lineId}
          class="input segment-line"
          rows={3}
          spellcheck={false}
          value={line}
          aria-describedby={`${lineId}-hint ${lineId}-error`}
          aria-invalid={misread ? 'true' : undefined}
          onInput={(event) => {
            type(event.currentTarget.value);
            onTouch?.();
          }}
        />
        <span id={`${lineId}-hint`} class="soft small">
          {t.lineHint}
        </span>
        <span id={`${lineId}-error`} class="field-error small" role="status">
          {misread && t.misread(misread.at, t.expected[misread.expected])}
        </span>
      </div>
    </>
  );
}
