import { expect, onTestFinished } from 'vitest';
import type { Question } from '../../server/questions/question.ts';
import type { Stage } from './stage.ts';

interface Asked extends Pick<Question, 'type' | 'words'> {
  choices?: readonly Question['choices'][number][];
}

/** Asks a question for this test alone, since a shop asks 30 at most; under a key that it has, it is asked otherwise. Returns the key. */
export async function asked(stage: () => Stage, question: Asked, key = newKey()): Promise<string> {
  const answer = await stage().owner.ask(`/questions/${key}`, { method: 'PUT', body: JSON.stringify(question) });
  expect([answer.status, await answer.text()]).toEqual([204, '']);
  onTestFinished(async () => {
    await stage().owner.ask(`/questions/${key}`, { method: 'DELETE' });
  });
  return key;
}

export const newKey = () => `q${crypto.randomUUID().replaceAll('-', '')}`;
