/** The panel's languages, each by its own name. */
export const languages = { en: 'English', uk: 'Українська', ro: 'Română', ru: 'Русский' } as const;

export type Language = keyof typeof languages;

/** Whose dates and numbers: British English starts the week on Monday, like the other three. */
export const locales: Record<Language, string> = { en: 'en-GB', uk: 'uk-UA', ro: 'ro-RO', ru: 'ru-UA' };

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(languages, text);
}
