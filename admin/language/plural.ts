import { type Language, locales } from './languages.ts';

/** The plural forms that each language needs for a count, by CLDR's names. */
interface Forms {
  en: 'one' | 'other';
  uk: 'one' | 'few' | 'many' | 'other';
  ro: 'one' | 'few' | 'other';
  ru: 'one' | 'few' | 'many' | 'other';
}

type Wordings<L extends Language> = Record<Forms[L], string> &
  Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Makes messages of a language that agree with a count, which stands where `#` is. A missing form does not compile. */
export function pluralIn<L extends Language>(language: L) {
  const rules = new Intl.PluralRules(locales[language]);
  const numbers = new Intl.NumberFormat(locales[language]);
  return (wordings: Wordings<L>) =>
    (count: number): string => {
      const wording = wordings[rules.select(count)] ?? wordings.other;
      return wording.replace('#', numbers.format(count));
    };
}
