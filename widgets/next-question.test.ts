import { expect, test } from 'vitest';
import type { Asked } from './define.ts';
import { nextQuestion } from './next-question.ts';

const scale = (key: string, only?: Asked['only']): Asked => ({
  ...{ key, type: 'scale', words: key, choices: [] },
  ...(only && { only }),
});
const questions = [
  scale('nps'),
  scale('bad', { key: 'nps', values: ['0', '1'] }),
  scale('why', { key: 'bad', values: ['5'] }),
  scale('good', { key: 'nps', values: ['9', '10'] }),
  scale('last'),
];

test.each([
  [-1, {}, 'nps'],
  [0, { nps: '1' }, 'bad'],
  [0, { nps: '10' }, 'good'],
  [0, { nps: '5' }, 'last'],
  [1, { nps: '1', bad: '5' }, 'why'],
  [1, { nps: '1', bad: '4' }, 'last'],
  // Passed over: what goes by its answer is not asked.
  [1, { nps: '1' }, 'last'],
  [4, { nps: '1' }, undefined],
])('after place %i, with %j said, comes %s', (after, said, next) => {
  expect(questions[nextQuestion(questions, after, said)]?.key).toBe(next);
});

test('no answer leads to a question that goes by another one', () => {
  const one = { only: { key: 'nps', values: ['1'] } };
  expect(nextQuestion([scale('nps'), { ...scale('a'), ...one }], 0, { other: '1' })).toBe(2);
});
