import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from './question.ts';
import { readAnswer } from './read-answer.ts';

const choices = ['tea', 'coffee', 'cocoa'].map((value) => ({ value, words: { en: value } }));
const types = ['text', 'number', 'date', 'choice', 'several', 'yes_no'] as const;
const questions = new Map<string, Question>(
  types.map((type) => [
    type,
    { key: type, type, words: { en: type }, choices: type === 'choice' || type === 'several' ? choices : [] },
  ]),
);
const answered = (question: string, answer: unknown) => readAnswer({ question, answer }, questions).value;

describe('an answer', () => {
  test.each([
    ['text', ' at home ', 'at home'],
    ['text', 7, '7'],
    ['number', 2.5, '2.5'],
    ['number', '2,50', '2.5'],
    ['number', '-0', '0'],
    ['date', '1996-02-29', '1996-02-29'],
    ['choice', 'tea', 'tea'],
    ['several', ['cocoa', 'tea', 'cocoa'], 'tea,cocoa'],
    ['several', 'coffee', 'coffee'],
    ['yes_no', true, 'yes'],
    ['yes_no', 'no', 'no'],
  ])('to a question of type %s is understood: %j is %j', (type, value, kept) => {
    expect(answered(type, value)).toBe(kept);
  });

  test.each([
    ['text', 'x'.repeat(201)],
    ['text', '\ud800'],
    ['text', { toString: () => 'x' }],
    ['number', '12 apples'],
    ['number', Number.NaN],
    ['number', '1e99'],
    ['date', '1997-02-29'],
    ['date', '29.02.1996'],
    ['date', '0000-01-01'],
    ['choice', 'wine'],
    ['choice', ['tea']],
    ['choice', 'tea,coffee'],
    ['several', ['tea', 'wine']],
    ['several', [['tea']]],
    ['yes_no', 1],
    ['yes_no', 'maybe'],
  ])('to a question of type %s that does not fit is refused by its field: %j', (type, value) => {
    expect(() => answered(type, value)).toThrow(expect.objectContaining({ field: 'params.answer' }));
  });

  test('of nothing takes the earlier one back, to every type', () => {
    for (const type of types) for (const nothing of [null, '', []]) expect(answered(type, nothing)).toBe('');
  });

  test.each(['', 'wine', '__proto__', 7, undefined])('to a question that nobody asks is refused: %j', (question) => {
    expect(() => readAnswer({ question, answer: 'x' }, questions)).toThrow(
      expect.objectContaining({ field: 'params.question' }),
    );
  });

  test('that was kept is read again as the same', () => {
    const one = fc.tuple(
      fc.constantFrom(...types),
      fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.subarray(['tea', 'coffee', 'cocoa']), fc.constantFrom('tea')),
    );
    fc.assert(
      fc.property(one, ([type, value]) => {
        let kept: string;
        try {
          kept = answered(type, value);
        } catch {
          return;
        }
        expect(answered(type, type === 'several' ? kept.split(',').filter(Boolean) : kept)).toBe(kept);
      }),
    );
  });
});
