import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { chance } from '../predict/random.ts';
import { beliefInMean, beliefInShare, winning } from './chance-to-win.ts';
import { thompsonShares } from './thompson.ts';

const chances = (shares: { visitors: number; active: number }[]) =>
  winning(shares.map(beliefInShare)).map((arm) => arm.chance);

describe('the chance to win', () => {
  it('of two shares is the sum that E. Miller gives ("Formulas for Bayesian A/B testing", 2014)', () => {
    for (const [a, b] of [
      [
        { visitors: 100, active: 10 },
        { visitors: 120, active: 18 },
      ],
      [
        { visitors: 2_000, active: 40 },
        { visitors: 2_000, active: 61 },
      ],
      [
        { visitors: 5, active: 0 },
        { visitors: 900, active: 3 },
      ],
    ] as const) {
      const [aA, bA, aB, bB] = [a.active + 1, a.visitors - a.active + 1, b.active + 1, b.visitors - b.active + 1];
      let sum = 0;
      for (let i = 0; i < aB; i++)
        sum += Math.exp(
          jstat.betaln(aA + i, bB + bA) - Math.log(bB + i) - jstat.betaln(1 + i, bB) - jstat.betaln(aA, bA),
        );
      expect(chances([a, b])[1]).toBeCloseTo(sum, 5);
    }
  });

  it('of two means is that of their difference', () => {
    const arms = [
      { visitors: 400, mean: 10, variance: 900 },
      { visitors: 300, mean: 12, variance: 1_600 },
    ];
    const won = winning(arms.map(beliefInMean));
    const deviation = Math.sqrt(900 / 400 + 1_600 / 300);
    const z = 2 / deviation;
    expect(won[1]?.chance).toBeCloseTo(jstat.normal.cdf(z, 0, 1), 5);
    const loss = deviation * jstat.normal.pdf(z, 0, 1) - 2 * (1 - jstat.normal.cdf(z, 0, 1));
    expect(won[1]?.loss).toBeCloseTo(loss, 4);
    expect((won[0]?.loss ?? 0) - (won[1]?.loss ?? 0)).toBeCloseTo(2, 6);
  });

  it('is the same for arms that are alike, and sums to 1', () => {
    for (const chance of chances(Array.from({ length: 4 }, () => ({ visitors: 0, active: 0 })))) {
      expect(chance).toBeCloseTo(0.25, 9);
    }
    const many = chances([
      { visitors: 1_000_000, active: 20_000 },
      { visitors: 10, active: 1 },
      { visitors: 300, active: 9 },
    ]);
    expect(many.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
    expect(many.every((each) => each > 0)).toBe(true);
  });

  it('of amounts that never vary goes to the highest', () => {
    const still = (mean: number) => beliefInMean({ visitors: 50, mean, variance: 0 });
    expect(winning([still(3), still(5), still(5)])).toEqual([
      { chance: 0, loss: 2 },
      { chance: 0.5, loss: 0 },
      { chance: 0.5, loss: 0 },
    ]);
    expect(winning([still(5), beliefInMean({ visitors: 50, mean: 5, variance: 50 })])[0]?.chance).toBeCloseTo(0.5, 2);
  });
});

describe('Thompson sampling', () => {
  it('costs less than a fixed split, and gives no arm up', () => {
    const truth = [0.05, 0.08, 0.05];
    const { uniform } = chance(21);
    let thompson = 0;
    let fixed = 0;
    for (let run = 0; run < 40; run++) {
      const arms = truth.map(() => ({ visitors: 0, active: 0 }));
      let shares = thompsonShares(chances(arms), 0.05);
      for (let visitor = 0; visitor < 3_000; visitor++) {
        if (visitor % 250 === 0) shares = thompsonShares(chances(arms), 0.05);
        let place = 0;
        for (let at = uniform() - (shares[0] ?? 0); at >= 0 && place < 2; at -= shares[place] ?? 0) place++;
        const arm = arms[place];
        const rate = truth[place] ?? 0;
        if (!arm) throw new Error('an arm of the shares');
        arm.visitors++;
        if (uniform() < rate) arm.active++;
        thompson += 0.08 - rate;
        fixed += 0.08 - (truth[visitor % 3] ?? 0);
      }
      for (const { visitors } of arms) expect(visitors).toBeGreaterThan(60);
    }
    expect(thompson).toBeLessThan(0.6 * fixed);
  });

  it('refuses floors that leave nothing', () => {
    expect(thompsonShares([1, 0], 0.5)).toEqual([0.5, 0.5]);
    expect(() => thompsonShares([0.5, 0.3, 0.2], 0.4)).toThrow(RangeError);
  });
});
