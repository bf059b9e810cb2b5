import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNews, needed, productOf, type SeenProduct, see, seenFields, unseen } from './seen-product.ts';

const day = 20_000;
const cup = { name: 'Cup', url: 'https://shop.example/cup', price: '19950 UAH' };

function told(...sights: [witness: string, day: number, says: object][]): SeenProduct {
  const product = unseen('CUP', 1);
  for (const [witness, of, says] of sights) see(product, { product: 'CUP', witness, day: of, at: of, says });
  return product;
}

test('what three networks say on one day is the product', () => {
  const product = told(['a', day, cup], ['b', day, cup]);
  expect(productOf(product)).toBeNull();
  see(product, { product: 'CUP', witness: 'c', day, at: 2, says: cup });
  expect(productOf(product)).toMatchObject({
    id: 'CUP',
    name: 'Cup',
    price: 19_950,
    currency: 'UAH',
    inStock: true,
    details: null,
    addedAt: 1,
  });
});

test('one network is one, however often it comes and on however many days', () => {
  const sights = Array.from({ length: 50 }, (_, n): [string, number, object] => [`name ${n}`, day + n, cup]);
  expect(
    productOf(told(...sights, ...sights.map(([, , says]): [string, number, object] => ['a', day, says]))),
  ).toBeNull();
});

test('each field is agreed by itself: no price as long as everyone says another one', () => {
  const product = told(
    ...['a', 'b', 'c'].map((name, n): [string, number, object] => [name, day, { ...cup, price: `${n + 1} UAH` }]),
  );
  expect(productOf(product)).toMatchObject({ name: 'Cup', price: null });
});

test('the newest agreement stands, and a voice that strays changes nothing', () => {
  const everyone = (price: string, on: number) =>
    ['a', 'b', 'c'].map((name): [string, number, object] => [name, on, { ...cup, price }]);
  const product = told(...everyone('200 UAH', day), ...everyone('150 UAH', day + 1), [
    'evil',
    day + 1,
    { ...cup, price: '1 UAH' },
  ]);
  expect(productOf(product)?.price).toBe(150);
  for (const [witness, of, says] of everyone('200 UAH', day + 2))
    see(product, { product: 'CUP', witness, day: of, at: 9, says });
  expect(productOf(product)?.price).toBe(200);
});

test('what is agreed, or was said by the same today, is no news', () => {
  const product = told(['a', day, cup]);
  const sight = { product: 'CUP', witness: 'a', day, at: 1, says: cup };
  expect([isNews(undefined, sight), isNews(product, sight), isNews(product, { ...sight, witness: 'b' })]).toEqual([
    true,
    false,
    true,
  ]);
  for (const witness of ['b', 'c']) see(product, { ...sight, witness });
  expect(isNews(product, { ...sight, witness: 'd' })).toBe(false);
  expect(isNews(product, { ...sight, witness: 'd', says: { ...cup, price: '1 UAH' } })).toBe(true);
});

test('fewer networks than are needed never make or change a product, whatever they say', () => {
  const says = fc.record(Object.fromEntries(seenFields.map((field) => [field, fc.constantFrom('x', 'y', '5 UAH')])), {
    requiredKeys: [],
  });
  const liar = fc.constantFrom(...Array.from({ length: needed - 1 }, (_, n) => `liar ${n}`));
  const sight = fc.tuple(liar, fc.integer({ min: day, max: day + 3 }), says);
  fc.assert(
    fc.property(fc.array(sight, { maxLength: 60 }), (lies) => {
      expect(productOf(told(...lies))).toBeNull();
      const honest = ['a', 'b', 'c'].map((name): [string, number, object] => [name, day - 1, cup]);
      expect(productOf(told(...honest, ...lies))).toMatchObject({ name: 'Cup', price: 19_950, url: cup.url });
      // Nor do they keep honest people from agreeing.
      const later = ['a', 'b', 'c'].map((name): [string, number, object] => [
        name,
        day + 3,
        { ...cup, price: '7 UAH' },
      ]);
      expect(productOf(told(...honest, ...lies, ...later))?.price).toBe(7);
      // And they take little room.
      expect(JSON.stringify(told(...honest, ...lies)).length).toBeLessThan(3_000);
    }),
  );
});
