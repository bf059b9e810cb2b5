import { en, type Messages, type Plural } from './en.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

const catalogues = { en, uk, ro, ru } as const;
export type Language = keyof typeof catalogues;
export const languages = Object.keys(catalogues) as Language[];

/** The best of our languages for a page's or a browser's BCP 47 tag; Moldovan is Romanian. */
export function languageFor(tag: string | undefined): Language {
  const primary = tag?.toLowerCase().split('-')[0] ?? '';
  if (primary === 'mo') return 'ro';
  return Object.hasOwn(catalogues, primary) ? (primary as Language) : 'en';
}

export function messagesIn(language: Language): Messages {
  return catalogues[language];
}

/** Puts values in place of `{name}`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** The form that goes with a number in this language, filled with it and with what else it names. */
export function plural(forms: Plural, count: number, language: Language, more: Record<string, string> = {}): string {
  const form = rules[language].select(count);
  return fill((form in forms ? forms[form as keyof Plural] : undefined) ?? forms.other, { ...more, count });
}

const rules = {
  en: new Intl.PluralRules('en'),
  uk: new Intl.PluralRules('uk'),
  ro: new Intl.PluralRules('ro'),
  ru: new Intl.PluralRules('ru'),
};
