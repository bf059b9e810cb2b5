import { en } from './en.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

type Widened<T> = { [K in keyof T]: T[K] extends string ? string : Widened<T[K]> };

/** English is the shape; a text that another language lacks does not compile. */
export type Messages = Widened<typeof en>;

export const messages = { en, uk, ro, ru } as const satisfies Record<string, Messages>;

export type Language = keyof typeof messages;

export const languages = ['en', 'uk', 'ro', 'ru'] as const satisfies readonly Language[];

export const isLanguage = (text: string | undefined): text is Language => text !== undefined && text in messages;

/** Puts values into a text at `{name}`. */
export const fill = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
