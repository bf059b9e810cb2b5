import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from '../predict/minimise.ts';
import { dueProducts } from './due-products.ts';
import { fitProductClocks, waitsFor } from './product-clocks.ts';
import type { Purchase } from './purchases.ts';
import { day } from './waits.ts';

const now = 20_000 * day;
const catalog = { get: () => undefined };
const clocksOf = (purchases: readonly Purchase[]) => finish(fitProductClocks(purchases, { now, catalog }));
const ago = (days: number, quantity = 1) => ({ at: now - days * day, quantity });

/** Twenty people who buy coffee every four weeks or so, two packs at a time every eight; and forty who bought a kettle once. */
function purchases(): Purchase[] {
  const all: Purchase[] = [];
  for (let person = 0; person < 20; person++) {
    const quantity = person % 4 === 0 ? 2 : 1;
    for (let time = 0; time < 6; time++)
      all.push({
        person: `p${person}`,
        product: 'coffee',
        ...ago(3 + person + time * (25 + (person % 7)) * quantity, quantity),
      });
  }
  for (let person = 0; person < 40; person++)
    all.push({ person: `k${person}`, product: 'kettle', ...ago(10 + person * 9) });
  return all;
}

const clocks = clocksOf(purchases());
const due = (bought: Record<string, { at: number; quantity: number }[]>) =>
  dueProducts(clocks, new Map(Object.entries(bought)), now).map(({ id }) => id);

test('what people buy again is due when about as long has passed as they wait, and not before', () => {
  expect(due({ coffee: [ago(3)] })).toEqual([]);
  expect(due({ coffee: [ago(32)] })).toEqual(['coffee']);
  expect(due({ coffee: [ago(32), ago(61), ago(90)] })).toEqual(['coffee']);
});

test('what nobody has bought twice is never due', () => {
  for (const days of [1, 30, 300]) expect(due({ kettle: [ago(days)] })).toEqual([]);
});

test('more pieces last longer', () => {
  expect(clocks.lasts('coffee', 2)).toBeGreaterThan(1.3);
  expect(due({ coffee: [ago(32, 1)] })).toEqual(['coffee']);
  expect(due({ coffee: [ago(32, 6)] })).toEqual([]);
});

test('who buys it more often than others is reminded earlier', () => {
  const often = [14, 28, 42, 56, 70, 84, 98].map((days) => ago(days));
  expect(due({ coffee: often })).toEqual(['coffee']);
  expect(due({ coffee: [ago(14)] })).toEqual([]);
});

test('the likeliest stands first, with when it was bought last', () => {
  const both = clocksOf([
    ...purchases(),
    ...purchases()
      .map((one) => ({ ...one, product: one.product === 'coffee' ? 'tea' : 'pot' }))
      .filter((_, n) => n % 3 > 0),
  ]);
  const bought = new Map([
    ['tea', [ago(200), ago(260)]],
    ['coffee', [ago(29), ago(58)]],
  ]);
  expect(dueProducts(both, bought, now)[0]).toMatchObject({ id: 'coffee', at: now - 29 * day });
});

test('in a shop that has learned nothing nothing is due', () => {
  const bought = new Map([['coffee', [ago(27), ago(55)]]]);
  expect(dueProducts(clocksOf([]), bought, now)).toEqual([]);
});

const times = fc.array(
  fc.record({ days: fc.integer({ min: 0, max: 400 }), quantity: fc.integer({ min: 1, max: 30 }) }),
  {
    minLength: 1,
    maxLength: 30,
  },
);

test('whatever was bought: chances are chances, the likeliest first, each once, and nothing is due that was not bought', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('coffee', 'kettle', 'tea'), times), (told) => {
      const bought = new Map(
        Object.entries(told).map(([id, all]) => [id, all.map(({ days, quantity }) => ago(days, quantity))]),
      );
      const found = dueProducts(clocks, bought, now);
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      for (const [place, { id, at, chance }] of found.entries()) {
        expect(id).toBe('coffee');
        expect(at).toBe(Math.max(...(bought.get(id) ?? []).map((one) => one.at)));
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThanOrEqual(found[place - 1]?.chance ?? 1);
      }
    }),
  );
});

test('the order in which purchases are told changes no wait, and those of one day are one', () => {
  fc.assert(
    fc.property(times, (all) => {
      const told = all.map(({ days, quantity }) => ago(days, quantity));
      const waits = (of: typeof told) => waitsFor(of, now, () => 1);
      expect(waits(told.toReversed())).toEqual(waits(told));
      expect(waits([...told, ...told])).toEqual(waits(told));
      expect(waits(told).ended.every((days) => days >= 1)).toBe(true);
    }),
  );
});
