import { z } from 'zod';
import { longestName, longestUnit, longestValue } from '../catalog/details.ts';
import { plainText } from '../plain-text.ts';
import { Words } from '../questions/question.ts';

/** A product finder, as data: what a merchant asks of somebody who does not know yet what they want, and what each answer means. */

const name = z.string().trim().min(1).max(200).regex(plainText);
const bound = z.number().nullable();
const isBounded = ({ least, most }: { least: number | null; most: number | null }) => least !== null || most !== null;
const needsBound = { path: ['least'], error: 'say the least, the most, or both' };

/** Something that is true of a product or is not. */
const Condition = z.discriminatedUnion('of', [
  /** In one of these categories, its first or one below. */
  z.strictObject({ of: z.literal('category'), among: z.array(name).min(1).max(50) }),
  z.strictObject({ of: z.literal('brand'), among: z.array(name).min(1).max(50) }),
  /** In minor units of the shop's currency; a price in another one is not compared. */
  z.strictObject({ of: z.literal('price'), least: bound, most: bound }).refine(isBounded, needsBound),
  z.strictObject({
    of: z.literal('attribute'),
    name: name.max(longestName),
    among: z.array(name.max(longestValue)).min(1).max(50),
  }),
  z
    .strictObject({
      of: z.literal('measure'),
      name: name.max(longestName),
      unit: name.max(longestUnit).nullable(),
      least: bound,
      most: bound,
    })
    .refine(isBounded, needsBound),
]);

const value = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'a value has small Latin letters, digits, _ and - only');

const Question = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9_]{0,19}$/, 'a key begins with a small Latin letter: letters, digits and _'),
    words: Words,
    /** More than one choice can be taken: a product needs to fit one of them. */
    several: z.boolean(),
    /** Null: what does not fit is not shown. Else how much it counts, against the others, to fit. */
    weight: z.number().min(0.1).max(10).nullable(),
    /** Can be passed over. */
    optional: z.boolean(),
    /** Asked only of those who took one of these choices there. */
    onlyIf: z.strictObject({ question: z.string(), choices: z.array(value).min(1).max(24) }).nullable(),
    choices: z
      .array(
        z.strictObject({
          value,
          words: Words,
          /** All of them have to be true; none is true of every product. */
          where: z.array(Condition).max(5),
        }),
      )
      .min(2)
      // A product's fit is a bit of 32.
      .max(24),
  })
  .refine(({ choices }) => new Set(choices.map(({ value }) => value)).size === choices.length, {
    path: ['choices'],
    error: 'each choice has a value of its own',
  });

export const FinderBody = z
  .strictObject({
    title: Words,
    questions: z.array(Question).min(1).max(10),
    /** Products that are shown. */
    limit: z.number().int().min(1).max(24),
  })
  .refine(({ questions }) => new Set(questions.map(({ key }) => key)).size === questions.length, {
    path: ['questions'],
    error: 'each question has a key of its own',
  })
  .refine(({ questions }) => questions.every(isAskedAfter), {
    path: ['questions'],
    error: 'a question can go by choices of an earlier one only',
  });

export const finderId = z
  .string()
  .regex(/^[a-z][a-z0-9]{0,15}$/, 'an id begins with a small Latin letter and has at most 16 letters and digits');

export type FinderBody = z.infer<typeof FinderBody>;
export type FinderQuestion = z.infer<typeof Question>;
export type Condition = z.infer<typeof Condition>;

export interface Finder extends FinderBody {
  id: string;
}

/** Of a cart that a page tells of. */
export const mostInCart = 100;

export const answersIn = z.record(z.string().max(40), z.array(z.string().max(40)).max(24));

/** Question -> the choices that were taken; none for one that was passed over. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** The trait that an answer becomes, as those to the merchant's other questions do. */
export function traitOf({ id }: Pick<Finder, 'id'>, { key }: Pick<FinderQuestion, 'key'>): string {
  return `${id}_${key}`;
}

function isAskedAfter({ onlyIf }: FinderQuestion, place: number, questions: readonly FinderQuestion[]): boolean {
  if (!onlyIf) return true;
  const asked = questions.slice(0, place).find(({ key }) => key === onlyIf.question);
  return asked !== undefined && onlyIf.choices.every((one) => asked.choices.some(({ value }) => value === one));
}
