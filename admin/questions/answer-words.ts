import type { Question } from '../../server/questions/question.ts';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { inLanguage } from './in-language.ts';

/** An answer as it is kept, in the words of its question; as it is where nobody asks that any more. */
export function answerWords(question: Question | null, value: string): string {
  const t = messages.value.questions;
  const chosen = (one: string) => {
    const choice = question?.choices.find((known) => known.value === one);
    return choice ? inLanguage(choice.words) : one;
  };
  switch (question?.type) {
    case 'choice':
      return chosen(value);
    case 'several':
      return formats.value.list(value.split(',').map(chosen));
    case 'yes_no':
      return value === 'yes' ? t.yes : t.no;
    case 'number':
      return formats.value.decimal(Number(value));
    case 'date':
      return formats.value.calendarDay(value);
    default:
      return value;
  }
}
