import { describe, expect, test } from 'vitest';
import { chance } from '../predict/random.ts';
import { comparePeople } from './compare-people.ts';
import type { Doing } from './doings.ts';
import type { Draw } from './people.ts';

interface Arm {
  arm: string;
  weight: number;
  /** Of its people so many reach the goal, and spend what a person spends times `spends`. */
  rate: number;
  spends?: number;
}

/** Yields steps; what it comes to. */
function toEnd<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** A shop whose people are drawn one after the other. */
function shopOf(arms: readonly Arm[], seed: number) {
  const { uniform } = chance(seed);
  const people = new Map<string, Draw>();
  const doings = new Map<string, Doing>();
  const all = arms.reduce((sum, { weight }) => sum + weight, 0);
  const upTo = (place: number) => arms.slice(0, place + 1).reduce((sum, { weight }) => sum + weight, 0);
  return {
    come(count: number): void {
      for (let come = 0; come < count; come++) {
        const at = uniform() * all;
        const drawn = arms.find((_, place) => at < upTo(place)) ?? arms[0];
        if (!drawn) throw new Error('a shop has an arm');
        const person = String(people.size);
        people.set(person, { person, arm: drawn.arm, version: 1, propensity: drawn.weight / all, at: 1 });
        const usual = Math.round(1_000 * Math.exp(uniform()));
        const reached = uniform() < drawn.rate;
        const net = reached ? Math.round(usual * (drawn.spends ?? 1)) : 0;
        doings.set(person, { reached, orders: reached ? 1 : 0, net, netBefore: 0, ordersBefore: 0 });
      }
    },
    look: (words: Partial<Parameters<typeof comparePeople>[0]> = {}) =>
      toEnd(
        comparePeople({
          ...{ people, doings, inTwoArms: 0, base: arms[0]?.arm ?? null, days: 10 },
          arms: arms.map(({ arm, weight }) => ({ arm, expected: weight })),
          ...words,
        }),
      ),
  };
}

describe('what a campaign brings', () => {
  test('is found where there is something', () => {
    const shop = shopOf(
      [
        { arm: '-', weight: 20, rate: 0.1 },
        { arm: 'a', weight: 80, rate: 0.16 },
      ],
      1,
    );
    shop.come(6_000);
    const { verdict, arms } = shop.look();
    expect(verdict).toMatchObject({ says: 'finds', arm: 'a' });
    const against = arms[1]?.against;
    if (!against?.goal.isKnown) throw new Error('enough have come');
    expect(against.goal.low).toBeLessThan(0.06);
    expect(against.goal.high).toBeGreaterThan(0.06);
    expect(arms[1]?.chance).toBeGreaterThan(0.99);
    expect(arms[0]?.against).toBeNull();
  });

  test('is harm where fewer reach the goal, and mixed where more do but spend less', () => {
    const harm = shopOf(
      [
        { arm: '-', weight: 50, rate: 0.2 },
        { arm: 'a', weight: 50, rate: 0.1 },
      ],
      2,
    );
    harm.come(4_000);
    expect(harm.look().verdict).toMatchObject({ says: 'harm', arm: 'a' });
    const mixed = shopOf(
      [
        { arm: '-', weight: 50, rate: 0.2 },
        { arm: 'a', weight: 50, rate: 0.3, spends: 0.3 },
      ],
      3,
    );
    mixed.come(4_000);
    expect(mixed.look().verdict).toMatchObject({ says: 'mixed', arm: 'a' });
  });

  test('of the best of several variants is told, with the one that does nothing beside it', () => {
    const shop = shopOf(
      [
        { arm: '-', weight: 20, rate: 0.1 },
        { arm: 'a', weight: 40, rate: 0.1 },
        { arm: 'b', weight: 40, rate: 0.2 },
      ],
      4,
    );
    shop.come(5_000);
    const { verdict, arms } = shop.look();
    expect(verdict).toMatchObject({ says: 'finds', arm: 'b' });
    const [, a, b] = arms;
    expect(a?.against?.goal.luck).toBeGreaterThan(0.05);
    expect(b?.chance).toBeGreaterThan(0.99);
  });

  test('cannot be told of few, and says how many more must come', () => {
    const shop = shopOf(
      [
        { arm: '-', weight: 10, rate: 0.2 },
        { arm: 'a', weight: 90, rate: 0.2 },
      ],
      5,
    );
    expect(shop.look().verdict).toEqual({ says: 'nobody' });
    shop.come(300);
    const { verdict, arms } = shop.look();
    if (verdict.says !== 'too-few') throw new Error(`it says ${verdict.says}`);
    const [without] = arms;
    if (!without) throw new Error('some go without');
    // Of those who go without 100 must come, and 25 reach the goal.
    const part = Math.min(without.people / 100, without.reached / 25);
    expect(verdict.more).toBe(Math.ceil(300 / part - 300));
    expect(shop.look({ base: null }).verdict).toEqual({ says: 'nothing-to-compare' });
  });

  test('is not trusted where the arms are not as they were drawn, or many people were in two of them', () => {
    const shop = shopOf(
      [
        { arm: '-', weight: 40, rate: 0.2 },
        { arm: 'a', weight: 60, rate: 0.4 },
      ],
      6,
    );
    shop.come(2_000);
    expect(shop.look().verdict.says).toBe('finds');
    const even = ['-', 'a'].map((arm) => ({ arm, expected: 1_000 }));
    expect(shop.look({ arms: even }).verdict).toEqual({ says: 'untrusted', because: 'uneven' });
    expect(shop.look({ inTwoArms: 40 }).verdict.says).toBe('finds');
    expect(shop.look({ inTwoArms: 200 }).verdict).toEqual({ says: 'untrusted', because: 'two-arms' });
  });
});
