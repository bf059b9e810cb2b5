import type { Words } from '../../server/questions/question.ts';
import { language } from '../language/current.ts';

/** The merchant's words in the panel's language, else in the first that has them. */
export function inLanguage(words: Words): string {
  return words[language.value] ?? Object.values(words).find(Boolean) ?? '';
}
