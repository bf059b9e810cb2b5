import type { Asked } from '../define.ts';
import { readQuestion } from '../read-question.ts';

/** A question of a survey: with what the ends of its scale mean, and what it goes by. */
export function readAsked(one: Record<string, unknown>): Asked[] {
  const [low, high] = texts(one.ends);
  const { key, values } = Object(one.only);
  return readQuestion(one).map((question) => ({
    ...question,
    ends: low && high ? [low, high] : undefined,
    only: typeof key === 'string' ? { key, values: texts(values) } : undefined,
  }));
}

const texts = (all: unknown): string[] => (Array.isArray(all) ? all.filter((one) => typeof one === 'string') : []);
