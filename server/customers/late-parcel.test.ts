import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrderStatus } from '../log/log-event.ts';
import { lateParcel, unknownWaits, usualWaits } from './late-parcel.ts';

const day = 86_400_000;
const now = 1_000 * day;

/** `steps`: how many days ago. */
function order(steps: Partial<Record<OrderStatus, number>>) {
  const told = (Object.entries(steps) as [OrderStatus, number][]).map(([status, ago]) => ({
    ...{ status, at: now - ago * day },
  }));
  told.sort((a, b) => a.at - b.at);
  return { id: '7', status: told.at(-1)?.status ?? null, steps: told };
}

const many = (count: number, steps: (number: number) => Partial<Record<OrderStatus, number>>) =>
  Array.from({ length: count }, (_, number) => order(steps(number)));

describe('a late parcel', () => {
  // Sent after one day, delivered after five to ten.
  const usual = usualWaits(many(60, (number) => ({ paid: 90, shipped: 89, delivered: 84 - (number % 6) })));

  test('is one that takes longer than nineteen of twenty of this shop do, and three days at least', () => {
    expect(usual).toEqual({ toSend: 3 * day, toArrive: 10 * day });
    expect(lateParcel([order({ paid: 12, shipped: 11 })], usual, now)).toEqual({ order: '7', is: 'sent', days: 11 });
    expect(lateParcel([order({ paid: 10, shipped: 9 })], usual, now)).toBeNull();
  });

  test('is also what was paid and not sent, packed or not; what waits for its money is not', () => {
    expect(lateParcel([order({ placed: 30, paid: 4 })], usual, now)).toEqual({ order: '7', is: 'paid', days: 4 });
    expect(lateParcel([order({ paid: 4, packed: 1 })], usual, now)?.days).toBe(4);
    expect(lateParcel([order({ placed: 30 })], usual, now)).toBeNull();
  });

  test('has come, was cancelled, or is half a year old: nobody waits any more', () => {
    for (const steps of [{ shipped: 30, delivered: 1 }, { shipped: 30, cancelled: 1 }, { shipped: 181 }])
      expect(lateParcel([order(steps)], usual, now)).toBeNull();
  });

  test('is not known in a shop that never says that something was sent, or came', () => {
    const silent = usualWaits(many(60, () => ({ placed: 90, paid: 90 })));
    expect(silent).toEqual(unknownWaits);
    expect(lateParcel([order({ shipped: 60 }), order({ paid: 60 })], silent, now)).toBeNull();
  });

  test('is told roughly where few have come yet', () => {
    expect(usualWaits(many(3, () => ({ shipped: 40, delivered: 39 })))).toEqual({ toSend: null, toArrive: 14 * day });
  });

  test('is at most one of twenty, of orders like those it was learned of', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 4, max: 100, noNaN: true }), { minLength: 20, maxLength: 200 }),
        (waits) => {
          const learned = usualWaits(waits.map((wait) => order({ shipped: 150, delivered: 150 - wait })));
          const late = waits.filter((wait) => lateParcel([order({ shipped: wait - 1e-6 })], learned, now) !== null);
          expect(late.length).toBeLessThanOrEqual(waits.length / 20);
        },
      ),
    );
  });
});
