import { computed, signal } from '@preact/signals';
import { keep, kept } from '../kept.ts';
import { en, type Messages } from '../messages/en.ts';
import { isLanguage, type Language } from './languages.ts';

const chosen = signal<{ language: Language; messages: Messages }>({ language: 'en', messages: en });

export const language = computed(() => chosen.value.language);
export const messages = computed(() => chosen.value.messages);

/** What this person chose before, else the first of the browser's languages that we speak. */
export function preferredLanguage(): Language {
  const wishes = [kept('language') ?? '', ...navigator.languages].map((wish) => wish.slice(0, 2).toLowerCase());
  return wishes.find(isLanguage) ?? 'en';
}

export async function chooseLanguage(next: Language): Promise<void> {
  // A catalogue that cannot be fetched leaves the language as it is.
  const catalogue = await catalogues[next]().catch(() => null);
  if (!catalogue) return;
  chosen.value = { language: next, messages: catalogue };
  document.documentElement.lang = next;
  keep('language', next);
}

const catalogues: Record<Language, () => Promise<Messages>> = {
  en: async () => en,
  uk: async () => (await import('../messages/uk.ts')).uk,
  ro: async () => (await import('../messages/ro.ts')).ro,
  ru: async () => (await import('../messages/ru.ts')).ru,
};
