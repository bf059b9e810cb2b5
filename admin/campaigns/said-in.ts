import type { Words } from '../../server/questions/question.ts';
import { type Language, languages } from '../language/languages.ts';

/** The merchant's words as a visitor reads them: what is not said in a language is read in the first that has it. */
export function saidIn(words: Words, language: Language): string {
  const codes = Object.keys(languages) as Language[];
  return [language, ...codes].map((code) => words[code]).find(Boolean) ?? '';
}
