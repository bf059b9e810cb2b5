import { describe, expect, it } from 'vitest';
import { chance } from '../predict/random.ts';
import { difference, isEnough } from './always-valid.ts';
import { beliefInShare, winning } from './chance-to-win.ts';
import { plainEstimate } from './estimate.ts';
import { note, nothing, type Outcome } from './outcome.ts';
import { thompsonShares } from './thompson.ts';
import { noteWeighted, unweighted, type Weighted, worthOf } from './weighted.ts';

/** Two arms that truly bring the same, in a shop where more is bought from week to week; shares are learnt as people come. */
function aShop(seed: number, learnsBy: 'plain' | 'weighted') {
  const [looks, each] = [15, 250];
  const { uniform } = chance(seed);
  const weighted = [unweighted(), unweighted()];
  const plain: Outcome[] = [{ ...nothing }, { ...nothing }];
  const found = { plain: false, weighted: false };
  let shares = [0.5, 0.5];
  for (let look = 0; look < looks; look++) {
    const rate = 0.05 + (0.4 * look) / looks;
    for (let visitor = 0; visitor < each; visitor++) {
      const arm = uniform() < (shares[0] ?? 0) ? 0 : 1;
      const y = uniform() < rate ? 1 : 0;
      const [of, on] = [weighted[arm], plain[arm]];
      if (!of || !on) throw new Error('there are two arms');
      noteWeighted(of, y, 0, 1 / (shares[arm] ?? 1));
      note(on, y);
    }
    const worth = weighted.map(worthOf);
    found.plain ||= finds(plain);
    found.weighted ||= finds(worth);
    const believed = learnsBy === 'plain' ? plain : worth;
    shares = thompsonShares(
      winning(believed.map(beliefInShare)).map(({ chance: of }) => of),
      0.1,
    );
  }
  return { found, differs: Math.abs(meanOf(weighted[0]) - meanOf(weighted[1])) };
}

const meanOf = (of: Weighted | undefined) => (of ? plainEstimate(worthOf(of)).mean : Number.NaN);

function finds([a, b]: readonly Outcome[]): boolean {
  if (!a || !b || !isEnough(a) || !isEnough(b)) return false;
  return difference(plainEstimate(a), plainEstimate(b), 0.05).p <= 0.05;
}

describe('people of unlike chances', () => {
  it('are compared as if they had been drawn with one: of arms that are the same hardly any is found, however shares have moved', () => {
    const experiments = 40;
    for (const learnsBy of ['plain', 'weighted'] as const) {
      const all = Array.from({ length: experiments }, (_, seed) => aShop(seed + 1, learnsBy));
      const share = (of: 'plain' | 'weighted') => all.filter(({ found }) => found[of]).length / experiments;
      expect(share('weighted')).toBeLessThanOrEqual(0.05);
      // The times differ more than the arms: whoever counts people alone finds what is not there.
      if (learnsBy === 'plain') expect(share('plain')).toBeGreaterThan(0.5);
      expect(all.reduce((sum, { differs }) => sum + differs, 0) / experiments).toBeLessThan(0.02);
    }
  });

  it('have the mean, the variance of the mean and the covariance that the formulas of the paper give', () => {
    const { normal, uniform } = chance(3);
    const people = Array.from({ length: 500 }, () => {
      const x = normal();
      return { x, y: 2 + x + normal(), weight: 1 + 4 * uniform() };
    });
    const sums = unweighted();
    for (const { x, y, weight } of people) noteWeighted(sums, y, x, weight);
    const sum = (of: (one: (typeof people)[number]) => number) => people.reduce((total, one) => total + of(one), 0);
    const weights = sum(({ weight }) => weight);
    const mean = sum(({ y, weight }) => weight * y) / weights;
    const meanX = sum(({ x, weight }) => weight * x) / weights;
    const worth = worthOf(sums);
    expect(worth.visitors).toBeCloseTo(weights ** 2 / sum(({ weight }) => weight ** 2), 6);
    expect(worth.y / worth.visitors).toBeCloseTo(mean, 9);
    const variance = sum(({ y, weight }) => (weight * (y - mean)) ** 2) / weights ** 2;
    const estimate = plainEstimate(worth);
    expect((estimate.variance / worth.visitors) * (1 - 1 / worth.visitors)).toBeCloseTo(variance, 9);
    const covariance = sum(({ x, y, weight }) => weight ** 2 * (y - mean) * (x - meanX)) / weights ** 2;
    expect((worth.xy / worth.visitors - mean * meanX) / worth.visitors).toBeCloseTo(covariance, 9);
  });

  it('of one weight are the plain sums', () => {
    const [sums, plain] = [unweighted(), { ...nothing }];
    for (const [y, x] of [
      [1, 2],
      [0, 1],
      [3, 0],
    ] as const) {
      noteWeighted(sums, y, x, 1);
      note(plain, y, x);
    }
    expect(worthOf(sums)).toEqual(plain);
  });
});
