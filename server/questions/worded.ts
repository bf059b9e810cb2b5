import type { Asked } from '../../widgets/define.ts';
import type { Messages } from '../messages/en.ts';
import { type Language, languages } from '../messages/messages.ts';
import type { Question, Words } from './question.ts';

/** A question as a widget asks it, in this language; where it is not worded in that, in another. */
export function worded(
  { key, type, words, choices, range }: Question,
  language: Language,
  says: Pick<Messages['form'], 'yes' | 'no'>,
): Asked {
  const told = { key, words: inLanguage(words, language) };
  if (type === 'yes_no')
    return { ...told, type: 'choice', choices: yesAndNo.map((value) => ({ value, words: says[value] })) };
  if (range) return { ...told, type: 'choice', choices: stepsOf(range) };
  return { ...told, type, choices: choices.map(({ value, words }) => ({ value, words: inLanguage(words, language) })) };
}

/** The steps of a scale, each under its number. */
export function stepsOf([low, high]: readonly [number, number]): Asked['choices'] {
  return Array.from({ length: high - low + 1 }, (_, step) => String(low + step)).map((value) => ({
    value,
    words: value,
  }));
}

const yesAndNo = ['yes', 'no'] as const;

/** Empty where it is said in none. */
export function inLanguage(words: Words, language: Language): string {
  if (words[language]) return words[language];
  for (const other of languages) if (words[other]) return words[other];
  return '';
}
