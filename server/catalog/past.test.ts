import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, dropOf, moved, type Past, returnOf } from './past.ts';

const start = 20_000 * day;
type Offer = { price: number | null; currency: string | null; inStock: boolean };
const at = (price: number | null, inStock = true): Offer => ({ price, currency: 'EUR', inStock });

/** What it was from which day on; what it is in the end, with its past. */
function told(...offers: [day: number, offer: Offer | null][]): { past: Past; now: Offer } {
  let past: Past | undefined;
  let before: Offer | null = null;
  for (const [since, offer] of offers) {
    past = moved(past, before, offer, start + since * day);
    before = offer;
  }
  return { past: past ?? { prices: [], cameIn: null, wentOut: null }, now: before ?? at(null) };
}
const drop = (...offers: [number, Offer | null][]) => {
  const { past, now } = told(...offers);
  const found = dropOf(now, past);
  return found && { ...found, since: (found.since - start) / day };
};

describe('a price', () => {
  test('that was lowered is lowered from what it was', () => {
    expect(drop([0, at(100)], [40, at(80)])).toEqual({ since: 40, was: 100 });
    expect(drop([0, at(100)], [40, at(80)], [45, at(70)])).toEqual({ since: 45, was: 80 });
  });

  test('that was raised, or is as it was, is none', () => {
    expect(drop([0, at(100)], [40, at(120)])).toBeNull();
    expect(drop([0, at(100)])).toBeNull();
    expect(drop([0, at(1_000)], [40, at(990)])).toBeNull();
  });

  test('that was raised to be lowered is none, until thirty days have gone', () => {
    expect(drop([0, at(80)], [40, at(100)], [50, at(80)])).toBeNull();
    expect(drop([0, at(80)], [40, at(100)], [50, at(70)])).toEqual({ since: 50, was: 80 });
    expect(drop([0, at(80)], [40, at(100)], [71, at(80)])).toEqual({ since: 71, was: 100 });
  });

  test('in another currency is compared with nothing', () => {
    expect(drop([0, at(100)], [40, { ...at(80), currency: 'USD' }])).toBeNull();
  });

  test('is claimed to be lowered from no more than the lowest of the thirty days before, whatever the changes', () => {
    const changes = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(changes, (steps) => {
        let when = 0;
        const offers = steps.map(([wait, price]): [number, Offer] => {
          when += wait / 4;
          return [when, at(price)];
        });
        const found = drop(...offers);
        const { past, now } = told(...offers);
        // As it would be seen by whoever remembers everything.
        const all = offers.filter(([, { price }], place) => price !== offers[place - 1]?.[1].price);
        const since = all.at(-1)?.[0] ?? 0;
        const stood = all.slice(0, -1).filter((_, place) => (all[place + 1]?.[0] ?? 0) > since - 30);
        const lowest = Math.min(...stood.map(([, { price }]) => price ?? 0));
        const isLowered = stood.length > 0 && (now.price ?? 0) < lowest;
        if (found) expect(found).toEqual({ since, was: lowest });
        if (past.prices.length < 20) expect(found !== null).toBe(isLowered);
        expect(past.prices.length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a product', () => {
  const back = (...offers: [number, Offer | null][]) => {
    const { past, now } = told(...offers);
    const since = returnOf(now, past);
    return since === null ? null : (since - start) / day;
  };

  test('is back since it is there again, also after it was not offered at all', () => {
    expect(back([0, at(5)], [3, at(5, false)], [9, at(5)])).toBe(9);
    expect(back([0, at(5)], [3, null], [9, at(5)])).toBe(9);
    expect(back([0, at(5, false)], [9, at(5)])).toBe(9);
  });

  test('that was always there, is gone, or is offered for the first time is not back', () => {
    expect(back([0, at(5)], [3, at(6)])).toBeNull();
    expect(back([0, at(5)], [3, at(5, false)], [9, at(5)], [12, at(5, false)])).toBeNull();
    expect(back([0, at(5)])).toBeNull();
  });

  test('that is gone for some minutes was not gone', () => {
    expect(back([0, at(5)], [3, at(5, false)], [3.01, at(5)])).toBeNull();
    expect(back([0, at(5)], [3, at(5, false)], [9, at(5)], [20, at(5, false)], [20.01, at(5)])).toBe(9);
  });

  test('of which nothing has changed has the same past', () => {
    const { past, now } = told([0, at(5)], [3, at(4)]);
    expect(moved(past, now, { ...now }, start + 9 * day)).toBe(past);
    expect(moved(undefined, null, now, start)).toBeUndefined();
  });
});
