import { type Language, languages } from '../language/languages.ts';

/** The merchant's words in this language, else in the first that has them, as in the shop; empty where it is said in none. */
export function saidIn(words: { readonly [L in Language]?: string | undefined }, language: Language): string {
  const codes = Object.keys(languages) as Language[];
  return [language, ...codes].map((code) => words[code]).find(Boolean) ?? '';
}
