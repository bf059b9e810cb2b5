import { describe, expect, it } from 'vitest';
import { chance } from '../predict/random.ts';
import { difference, isEnough } from './always-valid.ts';
import { plainEstimate } from './estimate.ts';
import { note, nothing, type Outcome } from './outcome.ts';
import { effectFound, visitorsNeeded } from './power.ts';

type Draw = (isInArm: boolean) => number;

/** One experiment of at most `most` visitors, looked at after every one. Whether any look missed the truth, and whether any excluded 0. */
function watched(most: number, truth: number, draw: Draw, isArm: () => boolean, every = 1) {
  const arm: Outcome = { ...nothing };
  const base: Outcome = { ...nothing };
  let isMissed = false;
  let isFound = false;
  for (let visitor = 1; visitor <= most; visitor++) {
    const isInArm = isArm();
    note(isInArm ? arm : base, draw(isInArm));
    if (visitor % every > 0 || !isEnough(arm) || !isEnough(base)) continue;
    const { low, high } = difference(plainEstimate(arm), plainEstimate(base), 0.05);
    isMissed ||= low > truth || high < truth;
    isFound ||= low > 0 || high < 0;
    if (isMissed && isFound) break;
  }
  return { isMissed, isFound };
}

function shareOf(count: number, happens: () => boolean): number {
  let happened = 0;
  for (let turn = 0; turn < count; turn++) if (happens()) happened++;
  return happened / count;
}

describe('an interval that holds at every look', () => {
  it('finds a difference where there is none in at most one of twenty experiments, with a look after every visitor', () => {
    const { uniform } = chance(11);
    const falsely = shareOf(5_000, () => {
      const draw = () => Number(uniform() < 0.05);
      return watched(4_000, 0, draw, () => uniform() < 0.5).isFound;
    });
    expect(falsely).toBeLessThanOrEqual(0.05);
    expect(falsely).toBeGreaterThan(0);
  });

  it('does so with amounts of which few are not 0 and some are very large, and arms of unlike size', () => {
    const { uniform, normal } = chance(12);
    const falsely = shareOf(1_500, () => {
      const draw = () => (uniform() < 0.08 ? Math.exp(8 + normal()) : 0);
      return watched(4_000, 0, draw, () => uniform() < 0.9, 3).isFound;
    });
    expect(falsely).toBeLessThanOrEqual(0.05);
  });

  it('covers a true difference at every look', () => {
    const { uniform } = chance(13);
    const missed = shareOf(1_000, () => {
      const draw: Draw = (isInArm) => Number(uniform() < (isInArm ? 0.12 : 0.08));
      return watched(3_000, 0.04, draw, () => uniform() < 0.5, 5).isMissed;
    });
    expect(missed).toBeLessThanOrEqual(0.05);
  });

  it('would find far too many with the interval of a single look', () => {
    const { uniform } = chance(14);
    const falsely = shareOf(300, () => {
      const arm: Outcome = { ...nothing };
      const base: Outcome = { ...nothing };
      for (let visitor = 0; visitor < 4_000; visitor++) {
        note(uniform() < 0.5 ? arm : base, Number(uniform() < 0.05));
        if (!isEnough(arm) || !isEnough(base)) continue;
        const [a, b] = [plainEstimate(arm), plainEstimate(base)];
        if (Math.abs(a.mean - b.mean) > 1.96 * Math.sqrt(a.variance / a.visitors + b.variance / b.visitors))
          return true;
      }
      return false;
    });
    expect(falsely).toBeGreaterThan(0.15);
  });

  it('says the p-value at which it just reaches 0', () => {
    const base = { visitors: 4_000, mean: 0, variance: 1 };
    for (const mean of [0.05, 0.1, 0.15]) {
      const { p } = difference({ ...base, mean }, base, 0.05);
      if (p < 1) expect(difference({ ...base, mean }, base, p).low).toBeCloseTo(0, 10);
    }
    expect(difference(base, base, 0.05).p).toBe(1);
  });
});

describe('power', () => {
  it('is at least 80 percent after the visitors that were said to be needed', () => {
    const spread = 2 * (0.1 * 0.9 + 0.13 * 0.87);
    const needed = visitorsNeeded(0.03, spread, 0.05);
    expect(needed).toBeGreaterThan(3_000);
    const { uniform } = chance(15);
    const found = (visitors: number) =>
      shareOf(400, () => {
        const draw: Draw = (isInArm) => Number(uniform() < (isInArm ? 0.13 : 0.1));
        return watched(visitors, 0.03, draw, () => uniform() < 0.5, 20).isFound;
      });
    expect(found(needed)).toBeGreaterThan(0.77);
    expect(found(Math.round(needed / 4))).toBeLessThan(0.4);
  });

  it('turns one question into the other', () => {
    for (const effect of [0.5, 0.05, 0.002]) {
      expect(effectFound(visitorsNeeded(effect, 1, 0.05), 1, 0.05)).toBeCloseTo(effect, effect > 0.1 ? 1 : 3);
    }
    expect(visitorsNeeded(0, 1, 0.05)).toBe(Number.POSITIVE_INFINITY);
    expect(visitorsNeeded(0, 0, 0.05)).toBe(0);
  });
});
