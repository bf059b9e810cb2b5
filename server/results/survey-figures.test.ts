import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SurveyAnswer, surveyFigures } from './survey-figures.ts';

const said = (question: string, ...values: string[]): SurveyAnswer[] =>
  values.map((value, at) => ({ visitor: `v${at}`, person: `p${at}`, at, question, value }));

const scaleOf = (asks: 'nps' | 'csat' | 'ces', ...values: string[]) => {
  const [figures] = surveyFigures([{ key: 'q', asks }], said('q', ...values));
  if (!figures || figures.asks === 'text') throw new Error('a scale was asked');
  return figures;
};

test('the score is the share of promoters less that of detractors', () => {
  expect(scaleOf('nps', '10', '9', '8', '7', '6', '0')).toMatchObject({ people: 6, score: 0, margin: null });
  expect(scaleOf('nps', '10', '10', '8', '6')).toMatchObject({ score: 25, mean: 8.5 });
  expect(scaleOf('csat', '5', '4')).toMatchObject({ score: null, mean: 4.5 });
  expect(scaleOf('ces')).toMatchObject({ people: 0, mean: null, score: null });
});

test('the margin is that of a mean, from thirty answers on', () => {
  // A half of each: the standard deviation of the sample is 100 * sqrt(100 / 99).
  const values = Array.from({ length: 100 }, (_, place) => (place % 2 ? '10' : '0'));
  expect(scaleOf('nps', ...values).margin).toBeCloseTo((1.96 * 100 * Math.sqrt(100 / 99)) / 10, 9);
});

test('of one person the newest word counts, and one that was taken back is none', () => {
  const twice = [...said('q', '1', '2'), { visitor: 'v9', person: 'p0', at: 9, question: 'q', value: '5' }];
  const [figures] = surveyFigures([{ key: 'q', asks: 'csat' }], twice);
  expect(figures).toMatchObject({ people: 2, mean: 3.5 });
  const [less] = surveyFigures(
    [{ key: 'q', asks: 'csat' }],
    [...twice, { visitor: 'v9', person: 'p0', at: 10, question: 'q', value: '' }],
  );
  expect(less).toMatchObject({ people: 1, mean: 2 });
});

test('of texts the newest twenty are told', () => {
  const [figures] = surveyFigures(
    [{ key: 'q', asks: 'text' }],
    said('q', ...Array.from({ length: 25 }, (_, at) => `text ${at}`)),
  );
  expect(figures).toMatchObject({ asks: 'text', people: 25 });
  if (figures?.asks !== 'text') throw new Error('a text was asked');
  expect(figures.latest.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, back) => `text ${24 - back}`));
});

test('every answer is at one step, and the score lies between -100 and 100', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), (values) => {
      const { steps, score, people } = scaleOf('nps', ...values.map(String));
      expect(steps.reduce((sum, step) => sum + step.people, 0)).toBe(people);
      expect(Math.abs(score ?? Number.NaN)).toBeLessThanOrEqual(100);
    }),
  );
});
