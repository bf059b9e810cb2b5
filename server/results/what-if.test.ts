import { describe, expect, test } from 'vitest';
import { chance } from '../predict/random.ts';
import type { Doing } from './doings.ts';
import type { Draw } from './people.ts';
import { estimated } from './what-if.ts';

/** Yields steps; what it comes to. */
function toEnd<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Of arm b three times as many buy as of a. Its share was first one in ten, then half; and more is bought as time goes on. */
function shopOf(seed: number, count: number) {
  const { uniform } = chance(seed);
  const people = new Map<string, Draw>();
  const doings = new Map<string, Doing>();
  for (let number = 0; number < count; number++) {
    const isLate = number * 2 >= count;
    const ofB = isLate ? 0.5 : 0.1;
    const arm = uniform() < ofB ? 'b' : 'a';
    const person = String(number);
    people.set(person, { person, arm, version: 1, propensity: arm === 'b' ? ofB : 1 - ofB, at: number });
    const reached = uniform() < (arm === 'b' ? 0.3 : 0.1) * (isLate ? 1.2 : 0.8);
    const net = reached ? 1_000 : 0;
    doings.set(person, { reached, orders: Number(reached), net, netBefore: 0, ordersBefore: 0 });
  }
  return { people, doings };
}

const ask = (shop: ReturnType<typeof shopOf>, shares: Record<string, number>) =>
  toEnd(estimated(shop, new Map(Object.entries(shares))));

describe('what other shares would have brought', () => {
  test('is covered by the interval in nineteen of twenty shops, of one arm alone and of any mixture', () => {
    const covered = { all: 0, mixed: 0, revenue: 0 };
    const shops = 200;
    for (let seed = 1; seed <= shops; seed++) {
      const shop = shopOf(seed, 2_000);
      const [all, mixed] = [ask(shop, { b: 100 }), ask(shop, { a: 25, b: 75 })];
      if (!all.isKnown || !mixed.isKnown) throw new Error('enough have come');
      const holds = ({ low, high }: { low: number; high: number }, truth: number) =>
        Number(low <= truth && truth <= high);
      covered.all += holds(all.would.goal, 0.3);
      covered.mixed += holds(mixed.would.goal, 0.25);
      covered.revenue += holds(all.would.revenue, 300);
    }
    for (const count of Object.values(covered)) {
      expect(count / shops).toBeGreaterThan(0.9);
      expect(count / shops).toBeLessThan(0.99);
    }
  });

  test('stands beside what has come of it as it was', () => {
    const shop = shopOf(3, 2_000);
    const { was, people } = ask(shop, { a: 1, b: 1 });
    const bought = [...shop.doings.values()].filter(({ reached }) => reached).length;
    expect(people).toBe(2_000);
    expect(was?.goal.mean).toBeCloseTo(bought / 2_000, 12);
    expect(was?.goal.worth).toBeCloseTo(2_000, 6);
  });

  test('is not told where nobody was drawn into an arm, nor where too few were', () => {
    const shop = shopOf(4, 2_000);
    expect(ask(shop, { a: 1, c: 1, '-': 2 })).toMatchObject({ because: 'never-drawn', arms: ['c', '-'] });
    // An arm that would not be drawn need not have been.
    expect(ask(shop, { a: 1, b: 1, c: 0 }).isKnown).toBe(true);
    const few = ask(shopOf(5, 300), { b: 1 });
    expect(few).toMatchObject({ isKnown: false, because: 'too-few', needed: 100 });
    expect(ask(shopOf(5, 300), { a: 1 }).isKnown).toBe(true);
    expect(ask({ people: new Map(), doings: new Map() }, { a: 1 })).toMatchObject({
      because: 'never-drawn',
      was: null,
    });
  });
});
