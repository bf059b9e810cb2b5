import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Listed, rank } from './rank.ts';

const listed = fc.record({
  id: fc.string(),
  isUnknown: fc.boolean(),
  isInStock: fc.boolean(),
  lift: fc.double({ min: 0, max: 20, noNaN: true }),
});
const settings = fc.record({
  strength: fc.double({ min: 0, max: 1, noNaN: true }),
  most: fc.integer({ min: 0, max: 100 }),
  sinks: fc.boolean(),
});
const list = fc.array(listed, { maxLength: 120 });
const held = fc.integer({ min: 0, max: 130 });
const of = (...lifts: number[]): Listed[] =>
  lifts.map((lift, place) => ({ id: `${place}`, isUnknown: false, isInStock: true, lift }));

describe('a list in another order', () => {
  test('has the same products, each as often', () => {
    fc.assert(
      fc.property(list, settings, held, (all, how, first) => {
        expect(rank(all, how, first).sort((a, b) => a - b)).toEqual(all.map((_, place) => place));
      }),
    );
  });

  test('is the shop’s own with no strength, or with no place to move', () => {
    fc.assert(
      fc.property(list, settings, held, fc.boolean(), (all, how, first, isWeak) => {
        const still = { ...how, sinks: false, ...(isWeak ? { strength: 0 } : { most: 0 }) };
        expect(rank(all, still, first)).toEqual(all.map((_, place) => place));
      }),
    );
  });

  test('moves nothing by more places than the merchant allows', () => {
    fc.assert(
      fc.property(list, settings, held, (all, how, first) => {
        for (const [place, from] of rank(all, { ...how, sinks: false }, first).entries())
          expect(Math.abs(place - from)).toBeLessThanOrEqual(how.most);
      }),
    );
  });

  test('keeps what is held and what is unknown in its place', () => {
    fc.assert(
      fc.property(list, settings, held, (all, how, first) => {
        const order = rank(all, how, first);
        for (const [place, one] of all.entries()) if (place < first || one.isUnknown) expect(order[place]).toBe(place);
      }),
    );
  });

  test('has what is out of stock at the end where the merchant wants that, in the shop’s order', () => {
    fc.assert(
      fc.property(list, settings, (all, how) => {
        const known = rank(all, { ...how, sinks: true }, 0).filter((place) => !all[place]?.isUnknown);
        const sunk = known.filter((place) => !all[place]?.isInStock);
        expect(known.slice(known.length - sunk.length)).toEqual(sunk);
        expect(sunk).toEqual([...sunk].sort((a, b) => a - b));
      }),
    );
  });

  test('never moves what more speaks for behind what stood after it', () => {
    fc.assert(
      fc.property(list, settings, (all, how) => {
        const order = rank(all, { ...how, sinks: false }, 0).filter((place) => !all[place]?.isUnknown);
        for (const [at, later] of order.entries())
          for (const earlier of order.slice(at + 1))
            if (earlier < later) expect(all[later]?.lift).toBeGreaterThan(all[earlier]?.lift ?? 0);
      }),
    );
  });
});

test.each([
  [[0, 0, 0, 5], { strength: 1, most: 20 }, [3, 0, 1, 2]],
  [[0, 0, 0, 5], { strength: 1, most: 2 }, [0, 3, 1, 2]],
  [[0, 0, 0, 5], { strength: 0.1, most: 20 }, [0, 3, 1, 2]],
  [[1, 0, 0, 2], { strength: 1, most: 20 }, [3, 0, 1, 2]],
])('with %j for them and %j the order is %j', (lifts, how, order) => {
  expect(rank(of(...lifts), { ...how, sinks: false }, 0)).toEqual(order);
});
