import { computed, signal } from '@preact/signals';
import { keep, kept } from '../kept.ts';
import type { FirstMessages } from '../messages/en/first.ts';
import type { Messages } from '../messages/en.ts';
import { isLanguage, type Language } from './languages.ts';

interface Chosen {
  language: Language;
  first: FirstMessages;
  /** Null until a page is opened that needs them. */
  all: Messages | null;
}

const chosen = signal<Chosen | null>(null);

export const language = computed(() => chosen.value?.language ?? 'en');
/** What the first screen says, once a language was chosen; nothing is drawn before that. */
export const firstMessages = computed(() => {
  if (!chosen.value) throw new Error('no language was chosen yet');
  return chosen.value.first;
});
/** All that the panel says, once `allMessages` is done; every page but the first one waits for it. */
export const messages = computed(() => {
  if (!chosen.value?.all) throw new Error('the first screen has no other words than its own');
  return chosen.value.all;
});

/** What this person chose before, else the first of the browser's languages that we speak. */
export function preferredLanguage(): Language {
  const wishes = [kept('language') ?? '', ...navigator.languages].map((wish) => wish.slice(0, 2).toLowerCase());
  return wishes.find(isLanguage) ?? 'en';
}

export async function chooseLanguage(next: Language): Promise<void> {
  const isWhole = Boolean(chosen.peek()?.all);
  const words = await Promise.all([firsts[next](), isWhole ? catalogues[next]() : null]).catch(() => null);
  if (!words) {
    // The language stays as it is; without one there is English.
    if (chosen.peek() === null && next !== 'en') await chooseLanguage('en');
    return;
  }
  const [first, all] = words;
  chosen.value = { language: next, first, all };
  document.documentElement.lang = next;
  keep('language', next);
}

/** Brings what the first screen does not say. Throws where it cannot be had. */
export async function allMessages(): Promise<void> {
  for (let now = chosen.peek(); now?.all === null; now = chosen.peek()) {
    const all = await catalogues[now.language]();
    // Another language may have been chosen meanwhile.
    if (chosen.peek() === now) chosen.value = { ...now, all };
  }
}

const firsts: Record<Language, () => Promise<FirstMessages>> = {
  en: async () => (await import('../messages/en/first.ts')).first,
  uk: async () => (await import('../messages/uk/first.ts')).first,
  ro: async () => (await import('../messages/ro/first.ts')).first,
  ru: async () => (await import('../messages/ru/first.ts')).first,
};

const catalogues: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('../messages/en.ts')).en,
  uk: async () => (await import('../messages/uk.ts')).uk,
  ro: async () => (await import('../messages/ro.ts')).ro,
  ru: async () => (await import('../messages/ru.ts')).ru,
};
