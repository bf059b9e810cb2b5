import type { Language } from '../../messages/messages.ts';
import { en, type PreviewMessages } from './en.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

const catalogues = { en, uk, ro, ru } satisfies Record<Language, PreviewMessages>;

export function previewMessages(language: Language): PreviewMessages {
  return catalogues[language];
}
