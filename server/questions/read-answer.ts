import type { Answered } from '../log/log-event.ts';
import { Refused } from '../refused.ts';
import type { Question } from './question.ts';

/** Of a text, but where its question says more. A profile is read with every request, and no place for letters. */
const usual = 200;

/**
 * What is kept of `{question, answer}`, as a text that is the same for the same answer: `1.5`, `1990-02-28`, `yes`, values of
 * choices with a comma between them. Nothing (null, an empty text or list) takes an earlier answer back, and is the empty text.
 * Throws `Refused` with the field that does not fit the question.
 */
export function readAnswer(
  { question: key, answer }: Record<string, unknown>,
  questions: { get(key: string): Question | undefined },
): Omit<Answered, 'by'> {
  const question = typeof key === 'string' ? questions.get(key) : undefined;
  if (!question) throw new Refused('params.question', `this shop asks no question "${key}"`);
  if (answer === undefined) throw new Refused('params.answer', 'say the answer; null takes an earlier one back');
  const isNothing = answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);
  return { question: question.key, value: isNothing ? '' : read(question, answer) };
}

function read({ key, type, choices, range, longest = usual }: Question, value: unknown): string {
  const wrong = (expected: string) => new Refused('params.answer', `"${key}" is answered with ${expected}`);
  const known = choices.map((choice) => choice.value);
  switch (type) {
    case 'text': {
      const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : null;
      if (text === null || text.length > longest || /\p{Cs}/u.test(text))
        throw wrong(`a text of at most ${longest} characters`);
      return text;
    }
    case 'number': {
      const number = numberOf(value);
      if (number === null) throw wrong('a number');
      if (range && !(Number.isInteger(number) && number >= range[0] && number <= range[1]))
        throw wrong(`a whole number from ${range[0]} to ${range[1]}`);
      return String(number);
    }
    case 'date':
      if (typeof value !== 'string' || !isDay(value)) throw wrong('a day as 1990-02-28');
      return value;
    case 'choice':
      if (typeof value !== 'string' || !known.includes(value)) throw wrong(`one of ${known.join(', ')}`);
      return value;
    case 'several': {
      const chosen: unknown[] = Array.isArray(value) ? value : [value];
      if (!chosen.every((one) => known.some((choice) => choice === one))) throw wrong(`a list of ${known.join(', ')}`);
      // In the order of the question: the same choices are the same answer.
      return known.filter((choice) => chosen.includes(choice)).join(',');
    }
    case 'yes_no':
      if (value === true || value === 'yes') return 'yes';
      if (value === false || value === 'no') return 'no';
      throw wrong('yes or no');
    default:
      return type satisfies never;
  }
}

/** To six places, so that no exponent is written. People write 1,5 and 1.5. */
function numberOf(value: unknown): number | null {
  if (typeof value === 'string' && !/^\s*-?\d{1,15}([.,]\d{1,6})?\s*$/.test(value)) return null;
  const number = typeof value === 'string' ? Number(value.replace(',', '.')) : value;
  return typeof number === 'number' && Math.abs(number) < 1e15 ? Number(number.toFixed(6)) + 0 : null;
}

function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
