import type { Answer } from './definition.ts';
import { focus } from './focus.ts';

interface Props {
  answer: Answer;
  change: string;
  /** It was being changed a moment ago: whoever uses the keyboard goes on from here. */
  isBack: boolean;
  onChange(): void;
}

/** What somebody has told of themselves. */
export function AnswerRow({ answer: { key, words, said, when }, change, isBack, onChange }: Props) {
  const label = `answer-${key}`;
  return (
    <div class="answer">
      <p>
        <span id={label}>{words}</span> <b>{said}</b> <small>{when}</small>
      </p>
      <button
        type="button"
        id={`change-${key}`}
        aria-labelledby={`change-${key} ${label}`}
        onClick={onChange}
        ref={isBack ? focus : null}
      >
        {change}
      </button>
    </div>
  );
}
