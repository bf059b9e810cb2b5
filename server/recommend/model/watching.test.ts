import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWatching } from './watching.ts';

const minute = 60_000;
const now = 20_000_000 * minute + 30_000;
const all = () => true;

test('a product that three others look at is brought with their number, and each of them counts once', () => {
  const watching = createWatching();
  for (const visitor of ['a', 'b', 'c', 'c', 'me']) watching.look(visitor, 'tea', now - minute);
  for (const visitor of ['a', 'b', 'me']) watching.look(visitor, 'pot', now - minute);
  expect(watching.best(now, ['me'], all, 9)).toEqual([{ product: 'tea', visitors: 3 }]);
  expect(watching.best(now, [], all, 9)).toEqual([
    { product: 'tea', visitors: 4 },
    { product: 'pot', visitors: 3 },
  ]);
  expect(watching.best(now, ['me', 'a'], all, 9)).toEqual([]);
  expect(watching.visitors(now)).toBe(4);
});

test('who is erased does not count any more', () => {
  const watching = createWatching();
  for (const visitor of ['a', 'b', 'c', 'd']) watching.look(visitor, 'tea', now);
  watching.forget(['a']);
  expect(watching.best(now, [], all, 9)).toEqual([{ product: 'tea', visitors: 3 }]);
  watching.forget(['b']);
  expect(watching.best(now, [], all, 9)).toEqual([]);
});

const look = fc.record({
  visitor: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'me'),
  product: fc.constantFrom('tea', 'pot', 'cup'),
  ago: fc.integer({ min: 0, max: 50 }),
});

test('looks in any order, asked on the way, leave the visitors of the last half hour', () => {
  fc.assert(
    fc.property(fc.array(look, { maxLength: 80 }), fc.nat(20), (looks, later) => {
      const watching = createWatching();
      for (const [place, { visitor, product, ago }] of looks.entries()) {
        watching.look(visitor, product, now - ago * minute);
        if (place % 5 === 0) watching.best(now, ['me'], all, 9);
      }
      const asked = now + later * minute;
      const found = watching.best(asked, ['me'], all, 9);
      for (const product of ['tea', 'pot', 'cup']) {
        const of = looks.filter((one) => one.product === product && one.visitor !== 'me' && one.ago + later < 30);
        const visitors = new Set(of.map((one) => one.visitor)).size;
        expect(found.find((one) => one.product === product)?.visitors ?? 0).toBe(visitors >= 3 ? visitors : 0);
      }
    }),
    { numRuns: 300 },
  );
});

test('a rush keeps the newest minutes, in bounded room', () => {
  const watching = createWatching();
  for (let ago = 29; ago >= 0; ago--)
    for (let visitor = 0; visitor < 1_500; visitor++) watching.look(`${ago} ${visitor}`, 'tea', now - ago * minute);
  expect(watching.visitors(now)).toBeLessThanOrEqual(20_000);
  expect(watching.visitors(now)).toBeGreaterThan(18_000);
});
