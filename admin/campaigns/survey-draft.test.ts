import { expect, test } from 'vitest';
import { surveyWords } from '../../server/campaigns/survey-words.ts';
import { firstSurvey, newQuestion, stepsIn } from './survey-draft.ts';

test('a survey begins with the score and its reason, and no two questions have one key', () => {
  const { questions } = firstSurvey(surveyWords);
  expect(questions.map(({ key, asks }) => [key, asks])).toEqual([
    ['nps', 'nps'],
    ['reason', 'text'],
  ]);
  expect(newQuestion('text', questions, surveyWords).key).toBe('reason_2');
  expect(questions[0]?.words.uk).toBe(surveyWords.usual[0]?.words.uk);
});

test('a scale has its steps, a text none', () => {
  expect(stepsIn('ces', surveyWords)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(stepsIn('text', surveyWords)).toEqual([]);
});
