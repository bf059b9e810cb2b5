import { z } from 'zod';
import { key, type Question, Words } from '../questions/question.ts';

/** What a survey asks, as data: each answer becomes a trait of the profile under its question's key, as answers to the merchant's other questions do. */

/**
 * Lowest and highest step of each scale. Net Promoter: Reichheld, "The One Number You Need to Grow", Harvard Business Review 12/2003;
 * Customer Effort from 1 (hard) to 7 (easy): Dixon, Toman and DeLisi, "The Effortless Experience", 2013.
 */
export const scales = { nps: [0, 10], csat: [1, 5], ces: [1, 7] } as const satisfies Record<string, [number, number]>;

const SurveyQuestion = z.strictObject({
  key,
  asks: z.enum(['nps', 'csat', 'ces', 'text']),
  words: Words,
  /** Asked only of those whose answer to an earlier question was one of these. */
  only: z.strictObject({ key: z.string(), values: z.array(z.number().int()).min(1).max(11) }).nullable(),
});

/** What is asked one after the other. */
export const SurveyQuestions = z
  .array(SurveyQuestion)
  .min(1)
  .max(6)
  .refine((all) => new Set(all.map((one) => one.key)).size === all.length, 'each question has a key of its own')
  .refine(
    (all) => all.every(isAskedAfter),
    'a question can go by the steps of an earlier scale only, and the first by none',
  );

export type SurveyQuestion = z.infer<typeof SurveyQuestion>;

/** Characters of a free answer. A profile keeps its beginning. */
const longest = 1_000;

/** A question of a survey as one of the shop's. */
export function questionOf({ key, asks, words }: SurveyQuestion): Question {
  if (asks === 'text') return { key, type: 'text', words, choices: [], longest };
  return { key, type: 'number', words, choices: [], range: scales[asks] };
}

function isAskedAfter({ only }: SurveyQuestion, place: number, all: readonly SurveyQuestion[]): boolean {
  if (!only) return true;
  const earlier = all.slice(0, place).find((one) => one.key === only.key);
  if (!earlier || earlier.asks === 'text') return false;
  const [low, high] = scales[earlier.asks];
  return only.values.every((value) => value >= low && value <= high);
}
