import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Comparison, drawArm } from './comparison.ts';

const name = fc.uuid();
const share = fc.integer({ min: 1, max: 20 });
const of = (share: number): Comparison => ({ share, instead: 'own' });
const isWithout = (visitor: string, slot: string, share: number) => drawArm(visitor, slot, of(share)).arm === 'without';

describe('the comparison group', () => {
  test('is nobody in a shop that compares nothing', () => {
    fc.assert(
      fc.property(name, fc.string(), (visitor, slot) => {
        expect(drawArm(visitor, slot, of(0))).toEqual({ arm: 'only', propensity: 1 });
      }),
    );
  });

  test('has the same people for ever, and tells the chance with which each was drawn', () => {
    fc.assert(
      fc.property(name, fc.string(), share, (visitor, slot, of_) => {
        const drawn = drawArm(visitor, slot, of(of_));
        expect(drawArm(visitor, slot, of(of_))).toEqual(drawn);
        expect(drawn.instead).toBe('own');
        expect(drawArm(visitor, slot, { share: of_, instead: 'popular' })).toEqual({ ...drawn, instead: 'popular' });
        expect(drawn.propensity).toBeCloseTo((drawn.arm === 'without' ? of_ : 100 - of_) / 100, 12);
      }),
    );
  });

  test('keeps its people as it grows', () => {
    fc.assert(
      fc.property(name, fc.string(), share, share, (visitor, slot, a, b) => {
        const [small, large] = a < b ? [a, b] : [b, a];
        if (isWithout(visitor, slot, small)) expect(isWithout(visitor, slot, large)).toBe(true);
      }),
    );
  });

  /** Five standard deviations: false in one of a million and more runs, and the names are always the same. */
  const within = (found: number, of: number, chance: number) =>
    Math.abs(found - of * chance) <= 5 * Math.sqrt(of * chance * (1 - chance));

  test.each([1, 5, 10, 20])('is %i percent of the visitors, in each slot', (percent) => {
    const many = 20_000;
    for (const slot of ['home', 'news', 'product', 'cart', 'a']) {
      let found = 0;
      for (let number = 0; number < many; number++) if (isWithout(`visitor-${number}`, slot, percent)) found++;
      expect(within(found, many, percent / 100), `${slot}: ${found}`).toBe(true);
    }
  });

  test('is drawn for each slot apart: who misses one shelf misses another no more often than anybody', () => {
    const [many, percent] = [40_000, 20];
    let both = 0;
    for (let number = 0; number < many; number++) {
      const visitor = number.toString(36);
      if (isWithout(visitor, 'home', percent) && isWithout(visitor, 'news', percent)) both++;
    }
    expect(within(both, many, (percent / 100) ** 2), String(both)).toBe(true);
  });
});
