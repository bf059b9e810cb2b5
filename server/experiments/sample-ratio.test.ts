import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { sampleRatio } from './sample-ratio.ts';

describe('how visitors were dealt out', () => {
  it.each([
    [
      [500, 500],
      [1, 1],
    ],
    [
      [520, 480],
      [1, 1],
    ],
    [
      [5_300, 4_700],
      [1, 1],
    ],
    [
      [900, 103],
      [9, 1],
    ],
    [
      [340, 330, 330],
      [1, 1, 1],
    ],
    [
      [1_000, 1_100, 900, 1_050, 950],
      [1, 1, 1, 1, 1],
    ],
    [
      [12, 3, 8, 7],
      [2, 1, 1, 1],
    ],
  ])('%j by the weights %j is as likely as jstat says', (visitors, weights) => {
    const all = visitors.reduce((sum, count) => sum + count, 0);
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const squares = visitors.reduce((sum, count, arm) => {
      const expected = (all * (weights[arm] ?? 0)) / whole;
      return sum + (count - expected) ** 2 / expected;
    }, 0);
    const expected = 1 - jstat.chisquare.cdf(squares, visitors.length - 1);
    const arms = visitors.map((count, arm) => ({ visitors: count, weight: weights[arm] ?? 0 }));
    expect(sampleRatio(arms)).toBeCloseTo(expected, 9);
  });

  it('leaves an arm without weight out, unless somebody is in it', () => {
    const arms = [
      { visitors: 500, weight: 1 },
      { visitors: 510, weight: 1 },
    ];
    expect(sampleRatio([...arms, { visitors: 0, weight: 0 }])).toBe(sampleRatio(arms));
    expect(sampleRatio([...arms, { visitors: 1, weight: 0 }])).toBe(0);
  });

  it('has nothing to say of one arm, or of nobody', () => {
    expect(sampleRatio([{ visitors: 10, weight: 1 }])).toBe(1);
    expect(
      sampleRatio([
        { visitors: 0, weight: 1 },
        { visitors: 0, weight: 1 },
      ]),
    ).toBe(1);
  });
});
