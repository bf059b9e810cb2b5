import { describe, expect, test } from 'vitest';
import { note, nothing } from '../experiments/outcome.ts';
import { type Chance, chance } from '../predict/random.ts';
import { againstBase, measures } from './against-base.ts';

const empty = (arm: string) => ({ arm, outcomes: { goal: { ...nothing }, revenue: { ...nothing } } });

/** One person comes into an arm: one in five buys, and whoever did before does more often. */
function come(into: ReturnType<typeof empty>, { uniform }: Chance, rate = 0.2): void {
  const before = uniform() < 0.5;
  const reached = uniform() < rate * (before ? 1.6 : 0.4);
  const spent = Math.round(2_000 * Math.exp(uniform()));
  note(into.outcomes.goal, reached ? 1 : 0, before ? 1 : 0);
  note(into.outcomes.revenue, reached ? spent : 0, before ? spent : 0);
}

describe('arms against the one that they are compared with', () => {
  test('differ in at most 5 of 100 experiments with two variants that do nothing, though each is looked at twenty times', () => {
    const chances = chance(11);
    let found = 0;
    let missed = 0;
    const experiments = 400;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const arms = ['-', 'a', 'b'].map(empty);
      let isFound = false;
      let isMissed = false;
      for (let look = 0; look < 20; look++) {
        for (const arm of arms) for (let people = 0; people < 30; people++) come(arm, chances);
        for (const against of againstBase(arms, '-', 10).values())
          for (const measure of measures) {
            const one = against[measure];
            if (!one.isKnown) continue;
            isFound ||= one.luck <= 0.05;
            isMissed ||= one.low > 0 || one.high < 0;
          }
      }
      if (isFound) found++;
      if (isMissed) missed++;
    }
    expect(found / experiments).toBeLessThanOrEqual(0.05);
    expect(missed).toBeLessThanOrEqual(found);
  });

  test('have intervals narrower by what people did before: by the root of 1 - rho²', () => {
    const chances = chance(12);
    const [told, blind] = [['-', 'a'].map(empty), ['-', 'a'].map(empty)];
    for (let people = 0; people < 20_000; people++) {
      const arm = people % 2;
      const [before, then] = [chances.normal(), chances.normal()];
      const y = 100 + 10 * (0.8 * before + 0.6 * then);
      note(told[arm]?.outcomes.revenue ?? { ...nothing }, y, before);
      note(blind[arm]?.outcomes.revenue ?? { ...nothing }, y);
    }
    const width = (arms: typeof told) => {
      const found = againstBase(arms, '-', 10).get('a')?.revenue;
      return found?.isKnown ? found.high - found.low : Number.NaN;
    };
    expect(width(told) / width(blind)).toBeCloseTo(0.6, 1);
  });

  test('are each corrected for all that is compared', () => {
    const chances = chance(13);
    const arms = ['-', 'a', 'b', 'c'].map(empty);
    for (const arm of arms)
      for (let people = 0; people < 1_000; people++) come(arm, chances, arm.arm === 'c' ? 0.35 : 0.2);
    const [two, four] = [
      againstBase(
        arms.filter(({ arm }) => arm === '-' || arm === 'c'),
        '-',
        10,
      ).get('c')?.goal,
      againstBase(arms, '-', 10).get('c')?.goal,
    ];
    if (!two?.isKnown || !four?.isKnown) throw new Error('enough have come');
    expect(four.luck).toBeLessThan(0.05);
    expect(four.luck).toBeGreaterThan(2 * two.luck);
    expect(four.high - four.low).toBeGreaterThan(two.high - two.low);
  });
});
