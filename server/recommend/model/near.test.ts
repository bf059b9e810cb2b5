import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNear, type PlacedOrder } from './near.ts';

const week = 7 * 86_400_000;
const today = 3_000;
const now = today * week + 1;
const names = ['tea', 'pot', 'cup', 'rug', 'lamp'];
const [tea, pot, cup, rug, lamp] = [0, 1, 2, 3, 4];
const all = () => true;
const lviv = { country: 'UA', region: 'UA-46' };

const orders = (count: number, place: string, ...items: number[]): PlacedOrder[] =>
  Array.from({ length: count }, (_, number) => ({ items, place, at: now - 2 * week, buyer: `${items} ${number}` }));

function nearOf(all: readonly PlacedOrder[]) {
  const near = createNear({ names });
  for (const order of all) near.add(order);
  return near;
}

test('what sells in the region stands first, then what sells in its country, each with its own buyers', () => {
  const near = nearOf([...orders(25, 'UA-46', tea), ...orders(9, 'UA-46', cup), ...orders(40, 'UA-30', pot)]);
  expect(near.best(lviv, now, all, 9)).toEqual([
    { product: 'tea', place: 'UA-46', buyers: 25 },
    { product: 'cup', place: 'UA-46', buyers: 9 },
    { product: 'pot', place: 'UA', buyers: 40 },
  ]);
  expect(near.best({ country: 'UA' }, now, all, 1)).toEqual([{ product: 'pot', place: 'UA', buyers: 40 }]);
  expect(near.best({ country: 'RO' }, now, all, 9)).toEqual([]);
  expect(near.best({}, now, all, 9)).toEqual([]);
});

test('a region with too few buyers borrows from its country, as long as that has enough', () => {
  const near = nearOf([...orders(25, 'UA-46', tea), ...orders(9, 'UA-30', cup), ...orders(9, 'RO-CJ', cup)]);
  expect(near.borrowing(now)).toBe(1);
  expect(near.borrowing(now + 12 * week)).toBe(0);
  for (const order of orders(25, 'UA-46', tea)) near.takeBack(order);
  expect(near.borrowing(now)).toBe(0);
});

test('of what a region has bought about as often, the country and the shop decide', () => {
  const few = [...orders(10, 'UA-46', tea), ...orders(11, 'UA-46', cup)];
  expect(nearOf([...few, ...orders(200, 'UA-30', tea)]).best(lviv, now, all, 1)[0]?.product).toBe('tea');
  expect(nearOf([...few, ...orders(200, 'RO-CJ', tea)]).best(lviv, now, all, 1)[0]?.product).toBe('tea');
  expect(nearOf(few).best(lviv, now, all, 1)[0]?.product).toBe('cup');
});

test('a place with few orders says nothing, and nothing is said of what only a few there bought', () => {
  expect(nearOf(orders(19, 'UA-46', tea)).best(lviv, now, all, 9)).toEqual([]);
  const near = nearOf([...orders(20, 'UA-46', tea), ...orders(2, 'UA-46', rug)]);
  expect(near.best(lviv, now, all, 9).map(({ product }) => product)).toEqual(['tea']);
  expect(near.best(lviv, now + 12 * week, all, 9)).toEqual([]);
});

test('whoever buys again and again counts once, and makes neither the list of a place nor a product popular there', () => {
  const wholesaler = (item: number) => orders(300, 'UA-46', item).map((order) => ({ ...order, buyer: 'wholesaler' }));
  const others = orders(19, 'UA-46', cup);
  expect(nearOf([...wholesaler(tea), ...others]).best(lviv, now, all, 9)).toEqual([
    { product: 'cup', place: 'UA-46', buyers: 19 },
  ]);
  const fewer = others.slice(1);
  expect(nearOf([...wholesaler(tea), ...fewer]).best(lviv, now, all, 9)).toEqual([]);
  const near = nearOf([...wholesaler(cup), ...others]);
  expect(near.best(lviv, now, all, 9)[0]?.buyers).toBe(20);
  for (const order of wholesaler(cup)) near.takeBack(order);
  expect(near.best(lviv, now, all, 9)).toEqual([]);
  for (const order of others.slice(1, 2)) near.add({ ...order, buyer: 'wholesaler' });
  expect(near.best(lviv, now, all, 9)[0]?.buyers).toBe(20);
});

const order = fc.record({
  buyer: fc.nat(40).map(String),
  items: fc.uniqueArray(fc.constantFrom(tea, pot, cup, rug, lamp), { maxLength: 4 }),
  at: fc.integer({ min: now - 14 * week, max: now + week }),
  place: fc.constantFrom('UA-46', 'UA-30', 'UA', 'RO-CJ', ''),
});

test('orders that come, go and come again in any order, asked at any time, leave what those that are left say', () => {
  fc.assert(
    fc.property(fc.array(order, { minLength: 20, maxLength: 250 }), fc.array(fc.nat(249)), (placed, back) => {
      const near = createNear({ names });
      const gone = new Set(back.filter((place) => place < placed.length));
      for (const [place, one] of placed.entries()) {
        near.add(one);
        if (gone.has(place)) near.takeBack(one);
        if (place % 7 === 0) near.best(lviv, now - (place % 3) * week, all, 3);
      }
      const left = placed.filter((_, place) => !gone.has(place));
      const fresh = nearOf(left.toReversed());
      for (const place of [lviv, { country: 'UA' }, { country: 'RO', region: 'RO-CJ' }, {}])
        expect(near.best(place, now, all, 9)).toEqual(fresh.best(place, now, all, 9));
      expect(near.placed).toBe(fresh.placed);
      for (const { product, place, buyers: told } of near.best(lviv, now, all, 9)) {
        const isThere = (one: PlacedOrder) => one.place === place || one.place.startsWith(`${place}-`);
        const isLately = ({ at }: PlacedOrder) => at < (today + 1) * week && at >= (today - 11) * week;
        const there = left.filter((one) => one.items.length > 0 && isThere(one) && isLately(one));
        const buyersOf = (orders: readonly PlacedOrder[]) => new Set(orders.map(({ buyer }) => buyer)).size;
        expect(buyersOf(there)).toBeGreaterThanOrEqual(20);
        expect(told).toBe(buyersOf(there.filter(({ items }) => items.includes(names.indexOf(product)))));
        expect(told).toBeGreaterThanOrEqual(3);
      }
    }),
    { numRuns: 300 },
  );
});

test('a shop that sells much in many places keeps the newest weeks, in bounded room', () => {
  const many = Array.from({ length: 30_000 }, (_, item) => `P${item}`);
  const near = createNear({ names: many });
  for (let ago = 11; ago >= 0; ago--)
    for (let item = 0; item < many.length; item += 10)
      near.add({
        ...{ items: many.slice(item, item + 10).map((_, at) => item + at), at: now - ago * week, place: 'UA-46' },
        buyer: `${ago} ${item}`,
      });
  expect(near.placed).toBe(3 * 3_000);
  expect(near.best(lviv, now, all, 1)[0]?.buyers).toBe(3);
});
