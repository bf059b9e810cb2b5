import type { Asked } from './define.ts';

const types = ['text', 'number', 'date', 'choice', 'several', 'scale'] as const;

/** A question that cannot be answered is left out. */
export function readQuestion({ key, type: said, words, choices }: Record<string, unknown>): Asked[] {
  const type = types.find((one) => one === said);
  if (typeof key !== 'string' || typeof words !== 'string' || !type) return [];
  const read = Array.isArray(choices) ? choices.flatMap(readChoice) : [];
  return /^[cs]/.test(type) && !read[0] ? [] : [{ key, type, words, choices: read }];
}

function readChoice(choice: unknown): Asked['choices'] {
  const { value, words } = Object(choice);
  return typeof value === 'string' && typeof words === 'string' ? [{ value, words }] : [];
}
