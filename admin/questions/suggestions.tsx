import type { Question } from '../../server/questions/question.ts';
import { Button } from '../components/button.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import { inLanguage } from './in-language.ts';

interface Props {
  suggestions: readonly Question[];
  add: (question: Question) => Promise<void>;
}

/** Questions that are ready to be asked, in all four languages. */
export function Suggestions({ suggestions, add }: Props) {
  return (
    <ul class="stack">
      {suggestions.map((question) => (
        <Suggestion key={question.key} question={question} add={add} />
      ))}
    </ul>
  );
}

function Suggestion({ question, add }: { question: Question; add: Props['add'] }) {
  const t = messages.value.questions;
  const { submit, busy, problem } = useSubmit(() => add(question));
  const words = inLanguage(question.words);
  return (
    <li class="apart">
      <div>
        <p>{words}</p>
        <p class="soft small">
          {question.choices.length === 0
            ? t.types[question.type]
            : formats.value.list(question.choices.map((choice) => inLanguage(choice.words)))}
        </p>
      </div>
      <Button busy={busy} onPress={submit}>
        {t.ask}
        <span class="unseen">: {words}</span>
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </li>
  );
}
