import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from '../predict/minimise.ts';
import { type BoughtLater, fitBoughtLater } from './bought-later.ts';
import type { Purchase } from './purchases.ts';

const day = 86_400_000;
const fitted = (purchases: readonly Purchase[]): BoughtLater => finish(fitBoughtLater(purchases));
const buys = (person: string, ...bought: [product: string, on: number][]): Purchase[] =>
  bought.map(([product, on]) => ({ person, product, at: on * day + 5_000, quantity: 1 }));
/** Some buy a printer and come back for cartridges; many buy tea, and soap later. */
const shop = (count: number): Purchase[] => [
  ...Array.from({ length: count }, (_, number) =>
    buys(`printer ${number}`, ['printer', 1], ['paper', 1], ['cartridge', 30], ['soap', 31]),
  ).flat(),
  ...Array.from({ length: 7 * count }, (_, number) =>
    buys(`tea ${number}`, ['tea', 1], ['soap', 9], ['tea', 40]),
  ).flat(),
];

test('what is bought after a product, and not with it, is of that product; what everybody buys is of none', () => {
  const later = fitted(shop(9));
  expect(later('printer')).toEqual([{ product: 'cartridge', people: 9 }]);
  expect(later('tea')).toEqual([]);
  expect(later('cartridge').map(({ product }) => product)).not.toContain('printer');
  expect(later('nothing')).toEqual([]);
});

test('two people say nothing, nor does a purchase of more than a year later, or of the same day', () => {
  expect(fitted(shop(2))('printer')).toEqual([]);
  const of = (cartridge: number) =>
    fitted([
      ...shop(9).filter(({ product }) => product !== 'cartridge'),
      ...Array.from({ length: 9 }, (_, number) => buys(`printer ${number}`, ['cartridge', cartridge])).flat(),
    ])('printer').map(({ product }) => product);
  expect(of(366)).toContain('cartridge');
  expect(of(367)).not.toContain('cartridge');
  expect(of(1)).not.toContain('cartridge');
});

test('however purchases came, the same is bought later, each by people who did so', () => {
  const purchase = fc.record({
    person: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    product: fc.constantFrom('P', 'Q', 'R', 'S'),
    at: fc.nat({ max: 800 * day }),
    quantity: fc.constant(1),
  });
  fc.assert(
    fc.property(fc.array(purchase, { maxLength: 60 }), fc.infiniteStream(fc.nat()), (purchases, order) => {
      const mixed = purchases
        .map((one) => ({ one, place: order.next().value ?? 0 }))
        .sort((a, b) => a.place - b.place)
        .map(({ one }) => one);
      const [later, again] = [fitted(purchases), fitted(mixed)];
      for (const product of ['P', 'Q', 'R', 'S']) {
        expect(again(product)).toEqual(later(product));
        for (const { product: other, people } of later(product)) {
          const firstOf = (person: string, of: string) =>
            Math.min(...purchases.filter((one) => one.person === person && one.product === of).map(({ at }) => at));
          const did = ['a', 'b', 'c', 'd', 'e'].filter((person) => firstOf(person, other) > firstOf(person, product));
          expect(people).toBeGreaterThanOrEqual(3);
          expect(people).toBeLessThanOrEqual(did.length);
        }
      }
    }),
  );
});
