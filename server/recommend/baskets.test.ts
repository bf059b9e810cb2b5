import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBaskets } from './baskets.ts';

const product = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const order = fc.uniqueArray(product, { minLength: 1 });
const question = fc.uniqueArray(product, { minLength: 1, maxLength: 4 });

test('neighbours that were asked for before an order are those of a count over all orders after it', () => {
  fc.assert(
    fc.property(
      fc.array(order, { maxLength: 30 }),
      fc.array(order, { maxLength: 30 }),
      question,
      (before, after, anchors) => {
        const baskets = createBaskets();
        for (const [at, products] of before.entries()) baskets.add(products, at);
        baskets.boughtWith(anchors.slice(0, 2), () => true, 48);
        for (const [at, products] of after.entries()) baskets.add(products, before.length + at);
        const found = baskets.boughtWith(anchors, () => true, 48);
        const counted = count([...before, ...after], anchors);
        expect(found.map(({ product }) => product).sort()).toEqual([...counted.keys()].sort());
        for (const { product, score, support } of found) {
          expect(score).toBeCloseTo(counted.get(product)?.score ?? 0, 9);
          expect(support).toBe(counted.get(product)?.support);
        }
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
      },
    ),
  );
});

test('what is not allowed is left out, and the next best takes its place', () => {
  const baskets = createBaskets();
  for (let at = 0; at < 10; at++)
    baskets.add(['tea', 'cup', ...(at % 2 ? ['spoon'] : []), ...(at % 5 ? [] : ['jam'])], at);
  const found = baskets.boughtWith(['tea'], (id) => id !== 'cup', 2);
  expect(found.map(({ product, support }) => [product, support])).toEqual([
    ['spoon', 5],
    ['jam', 2],
  ]);
});

test('the first of many are the best of all, whoever is left out', () => {
  const baskets = createBaskets();
  for (let at = 0; at < 100; at++) {
    const things = Array.from({ length: 60 }, (_, thing) => thing).filter(
      (thing) => (at * 7 + thing) % (thing + 1) === 0,
    );
    baskets.add(['tea', ...things.map((thing) => `thing ${thing}`)], at);
  }
  const all = baskets.boughtWith(['tea'], () => true, 1_000).map(({ product }) => product);
  const isOdd = (id: string) => Number(id.slice(6)) % 2 === 1;
  expect(all.length).toBeGreaterThan(40);
  expect(baskets.boughtWith(['tea'], isOdd, 10).map(({ product }) => product)).toEqual(all.filter(isOdd).slice(0, 10));
  expect(baskets.boughtWith(['tea'], isOdd, 2).map(({ product }) => product)).toEqual(all.filter(isOdd).slice(0, 2));
});

/** The definition, word for word: cosine with a shrinkage of 8, summed over the anchors. */
function count(orders: readonly string[][], anchors: readonly string[]) {
  const having = (...products: string[]) => orders.filter((one) => products.every((id) => one.includes(id))).length;
  const found = new Map<string, { score: number; support: number }>();
  for (const anchor of anchors) {
    for (const other of new Set(orders.flat())) {
      const support = other === anchor ? 0 : having(anchor, other);
      if (support === 0) continue;
      const known = found.get(other) ?? { score: 0, support: 0 };
      found.set(other, {
        score: known.score + support / (Math.sqrt(having(anchor) * having(other)) + 8),
        support: Math.max(known.support, support),
      });
    }
  }
  return found;
}
