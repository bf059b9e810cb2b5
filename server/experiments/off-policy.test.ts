import { describe, expect, it } from 'vitest';
import { chance } from '../predict/random.ts';
import { type Logged, policyValue } from './off-policy.ts';

describe('what another policy would have brought', () => {
  const { uniform } = chance(31);
  /** Two arms that earn .1 and .3; the first is drawn for nine of ten. The other policy draws the second for nine of ten. */
  const logged = (count: number): Logged[] =>
    Array.from({ length: count }, () => {
      const isSecond = uniform() < 0.1;
      return {
        outcome: Number(uniform() < (isSecond ? 0.3 : 0.1)),
        propensity: isSecond ? 0.1 : 0.9,
        wouldBe: isSecond ? 0.9 : 0.1,
      };
    });
  const truth = 0.9 * 0.3 + 0.1 * 0.1;

  it('is covered by its interval in nineteen of twenty logs', () => {
    let covered = 0;
    for (let run = 0; run < 1_000; run++) {
      const value = policyValue(logged(1_000));
      if (value && value.low <= truth && truth <= value.high) covered++;
    }
    expect(covered / 1_000).toBeGreaterThan(0.93);
    expect(covered / 1_000).toBeLessThan(0.97);
  });

  it('is the plain mean, worth all of it, where the policies are one', () => {
    const log = logged(500).map((each) => ({ ...each, wouldBe: each.propensity }));
    const value = policyValue(log);
    expect(value?.mean).toBeCloseTo(log.reduce((sum, { outcome }) => sum + outcome, 0) / 500, 12);
    expect(value?.worth).toBeCloseTo(500, 9);
  });

  it('is worth few decisions where they hardly agree, and unknown where they never do', () => {
    expect(policyValue(logged(1_000))?.worth).toBeLessThan(250);
    expect(policyValue([{ outcome: 1, propensity: 0.5, wouldBe: 0 }])).toBeNull();
    expect(() => policyValue([{ outcome: 1, propensity: 0, wouldBe: 1 }])).toThrow(RangeError);
  });
});
