import { computed, signal } from '@preact/signals';
import { keep, kept } from '../kept.ts';
import type { Messages } from '../messages/en.ts';
import { isLanguage, type Language } from './languages.ts';

const chosen = signal<{ language: Language; messages: Messages } | null>(null);

export const language = computed(() => chosen.value?.language ?? 'en');
/** Once a language was chosen; nothing is drawn before that. */
export const messages = computed(() => {
  if (!chosen.value) throw new Error('no language was chosen yet');
  return chosen.value.messages;
});

/** What this person chose before, else the first of the browser's languages that we speak. */
export function preferredLanguage(): Language {
  const wishes = [kept('language') ?? '', ...navigator.languages].map((wish) => wish.slice(0, 2).toLowerCase());
  return wishes.find(isLanguage) ?? 'en';
}

export async function chooseLanguage(next: Language): Promise<void> {
  const catalogue = await catalogues[next]().catch(() => null);
  if (!catalogue) {
    // The language stays as it is; without one there is English.
    if (chosen.peek() === null && next !== 'en') await chooseLanguage('en');
    return;
  }
  chosen.value = { language: next, messages: catalogue };
  document.documentElement.lang = next;
  keep('language', next);
}

const catalogues: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('../messages/en.ts')).en,
  uk: async () => (await import('../messages/uk.ts')).uk,
  ro: async () => (await import('../messages/ro.ts')).ro,
  ru: async () => (await import('../messages/ru.ts')).ru,
};
