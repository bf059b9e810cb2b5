import { z } from 'zod';
import type { Language } from '../messages/messages.ts';
import { plainText } from '../plain-text.ts';

/** What the merchant asks people, as data: the answer becomes a trait of the profile under the question's key. */

const wording = z.string().trim().min(1).max(200).regex(plainText).optional();

/** In up to four languages; what one of them lacks is read in another. */
export const Words = z
  .object({ en: wording, uk: wording, ro: wording, ru: wording })
  .refine((words) => Object.values(words).some(Boolean), 'it has to be said in one language at least');

const Choice = z.object({
  value: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'a value has small Latin letters, digits, _ and - only'),
  words: Words,
});

/** `yes_no` is answered with `yes` or `no`; `several` with any number of the choices. */
const types = ['text', 'number', 'date', 'choice', 'several', 'yes_no'] as const;

export const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'a key begins with a small Latin letter and has at most 40 letters, digits and _')
  .refine((name) => name !== 'name', 'the name of a customer is said by the shop’s signature alone');

export const Asked = z
  .object({ type: z.enum(types), words: Words, choices: z.array(Choice).max(30).default([]) })
  .refine(({ type, choices }) => isChosen(type) === choices.length > 1, {
    path: ['choices'],
    message: 'two choices at least where one chooses, none elsewhere',
  })
  .refine(({ choices }) => new Set(choices.map(({ value }) => value)).size === choices.length, {
    path: ['choices'],
    message: 'each choice has a value of its own',
  });

export type QuestionType = (typeof types)[number];
export type Words = Partial<Record<Language, string | undefined>>;

export interface Question extends z.output<typeof Asked> {
  key: string;
  /** Of a number: a whole one, from the lowest to the highest. */
  range?: readonly [number, number] | undefined;
  /** Characters of a text, where they may be more than usual. */
  longest?: number | undefined;
}

function isChosen(type: QuestionType): boolean {
  return type === 'choice' || type === 'several';
}
