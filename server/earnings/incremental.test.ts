import { describe, expect, test } from 'vitest';
import { type Draw, incremental as inSteps, type Purchase } from './incremental.ts';

function incremental(...given: Parameters<typeof inSteps>) {
  const steps = inSteps(...given);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const draw = (person: string, arm: Draw['arm'], words: Partial<Draw> = {}): Draw => ({
  ...{ person, arm, share: 10, at: 1_000, day: '2026-03-01' },
  ...words,
});
const bought = (person: string, net: number, at = 2_000): Purchase => ({ person, at, net, counts: true });
const many = (count: number, arm: Draw['arm']) => Array.from({ length: count }, (_, n) => draw(`${arm}${n}`, arm));

describe('what a shelf brings', () => {
  test('is nothing that can be told where nobody was drawn', () => {
    expect(incremental([], [bought('a', 100)], '2026-03-30')).toBeNull();
  });

  test('is what its visitors spend beyond those without it, from the moment they were drawn on', () => {
    const draws = [...many(400, 'shelf'), ...many(200, 'without')];
    const purchases = [
      ...Array.from({ length: 80 }, (_, n) => bought(`shelf${n}`, 1_000)),
      ...Array.from({ length: 30 }, (_, n) => bought(`without${n}`, 1_000)),
      // Before, and of somebody for whom nothing was drawn.
      bought('shelf399', 1_000, 999),
      bought('nobody', 1_000),
    ];
    const found = incremental(draws, purchases, '2026-03-10');
    expect(found).toMatchObject({
      ...{ share: 10, since: '2026-03-01', limit: 1_000 },
      shelf: { visitors: 400, buyers: 80, perVisitor: 200 },
      without: { visitors: 200, buyers: 30, perVisitor: 150 },
      revenue: { isKnown: true, mean: 50 },
    });
    if (!found?.conversion.isKnown) throw new Error('enough have come');
    expect(found.conversion.mean).toBeCloseTo(0.05, 12);
    expect(found.conversion.low).toBeLessThan(0.05);
  });

  test('has everyone in the arm that was drawn first, and only those whom the newest share has drawn', () => {
    const draws = [
      draw('old', 'shelf', { share: 5, at: 1, day: '2026-02-20' }),
      draw('two devices', 'without', { at: 10 }),
      draw('two devices', 'shelf', { at: 20 }),
      draw('one', 'shelf', { at: 30 }),
    ];
    const found = incremental(draws, [], '2026-03-10');
    expect(found?.shelf.visitors).toBe(1);
    expect(found?.without.visitors).toBe(1);
    expect(found).toEqual(incremental([...draws].reverse(), [], '2026-03-10'));
  });

  test('is not to be trusted where the groups are not of the sizes by which they were drawn', () => {
    const isUneven = (shelf: number, without: number) =>
      incremental([...many(shelf, 'shelf'), ...many(without, 'without')], [], '2026-03-10')?.isUneven;
    expect(isUneven(900, 100)).toBe(false);
    expect(isUneven(880, 120)).toBe(false);
    expect(isUneven(700, 300)).toBe(true);
  });

  test('is no more than a hundredth of the buyers’ when one of them buys for thousands', () => {
    const draws = [...many(300, 'shelf'), ...many(300, 'without')];
    const usual = ['shelf', 'without'].flatMap((arm) =>
      Array.from({ length: 60 }, (_, n) => bought(`${arm}${n}`, 1_000 + n)),
    );
    const calm = incremental(draws, usual, '2026-03-10');
    const wild = incremental(draws, [...usual, bought('shelf7', 9_000_000)], '2026-03-10');
    if (!calm?.revenue.isKnown || !wild?.revenue.isKnown) throw new Error('enough have come');
    expect(wild.limit).toBeLessThan(2_000);
    expect(Math.abs(wild.revenue.mean - calm.revenue.mean)).toBeLessThan(5);
  });
});
