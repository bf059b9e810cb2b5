import type { Asked } from './define.ts';

/** The place of the next question after this one that what was said leads to; behind the last one where there is none. */
export function nextQuestion(
  questions: readonly Asked[],
  after: number,
  said: Readonly<Record<string, string>>,
): number {
  const next = questions.findIndex(
    ({ only }, place) => place > after && (!only || only.values.includes(said[only.key] ?? '')),
  );
  return next < 0 ? questions.length : next;
}
