import type { Asked } from './define.ts';

const types = ['text', 'number', 'date', 'choice', 'several', 'scale'] as const;

/** A question that cannot be answered is left out. */
export function readQuestion({ key, type: said, words, choices, ends, only }: Record<string, unknown>): Asked[] {
  const type = types.find((one) => one === said);
  if (typeof key !== 'string' || typeof words !== 'string' || !type) return [];
  const read = Array.isArray(choices) ? choices.flatMap(readChoice) : [];
  if (/^[cs]/.test(type) && !read[0]) return [];
  const [low, high] = texts(ends);
  const after: unknown = Object(only).key;
  return [
    {
      ...{ key, type, words, choices: read },
      ...(low && high && { ends: [low, high] }),
      ...(typeof after === 'string' && { only: { key: after, values: texts(Object(only).values) } }),
    },
  ];
}

function readChoice(choice: unknown): Asked['choices'] {
  const { value, words } = Object(choice);
  return typeof value === 'string' && typeof words === 'string' ? [{ value, words }] : [];
}

const texts = (all: unknown): string[] => (Array.isArray(all) ? all.filter((one) => typeof one === 'string') : []);
