import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalog } from '../catalog/catalog.ts';
import type { Product } from '../catalog/product.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { SqlValue } from '../store/store.ts';
import { catalogueVisitor, openSeenBook, seenEvents } from './seen-book.ts';

const own = (id: string): Product => ({
  ...{
    id,
    name: id,
    category: null,
    brand: null,
    price: null,
    currency: null,
    cost: null,
    costCurrency: null,
    details: null,
  },
  ...{ image: null, url: 'https://shop.example/', inStock: true, addedAt: 0 },
});
const day = 86_400_000;

const event: fc.Arbitrary<Omit<LogEvent, 'id'>> = fc.record({
  visitor: fc.constant(catalogueVisitor),
  at: fc.nat({ max: 3 }).map((n) => 20_000 * day + n * day),
  name: fc.constantFrom(...Array(6).fill(seenEvents.seen), seenEvents.accepted, seenEvents.ignored),
  params: fc.record({
    product: fc.constantFrom('A', 'B'),
    witness: fc.constantFrom('x', 'y', 'z', 'w'),
    says: fc.record({
      name: fc.constantFrom('Cup', 'Mug'),
      url: fc.constant('https://shop.example/c'),
      price: fc.constantFrom('5 UAH', '6 UAH'),
    }),
  }),
});

test('what is saved on the way and taken up again is what the whole log makes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), fc.nat(40), async (events, cut) => {
      const all = events.map((one, n) => ({ ...one, id: `${n}` }));
      const rows = new Map<string, SqlValue[]>();
      const store = { all: async () => [...rows.values()] };
      // As the file does it: deletes, then puts in.
      const save = (book: Awaited<ReturnType<typeof openSeenBook>>) => {
        const [gone, kept] = book.unsaved().statements;
        for (const id of JSON.parse(String(gone?.params[0]))) rows.delete(id);
        for (const [id, , body] of JSON.parse(String(kept?.params[0]))) rows.set(id, [id, body]);
      };
      const first = await openSeenBook(store, createCatalog([]));
      for (const one of all.slice(0, cut)) first.add(one);
      save(first);
      const catalog = createCatalog([]);
      const second = await openSeenBook(store, catalog);
      for (const one of all.slice(cut)) second.add(one);
      const wholeCatalog = createCatalog([]);
      const whole = await openSeenBook({ all: async () => [] }, wholeCatalog);
      for (const one of all) whole.add(one);
      expect(JSON.stringify(second.all())).toBe(JSON.stringify(whole.all()));
      expect(catalog.newest()).toEqual(wholeCatalog.newest());
    }),
  );
});

test('what the shop says stands before what pages tell, and is not asked of them', async () => {
  const catalog = createCatalog([]);
  const book = await openSeenBook({ all: async () => [] }, catalog);
  const says = { name: 'Cup', url: 'https://shop.example/c', price: '1 UAH' };
  const sight = (product: string, witness: string, n: number): LogEvent => ({
    ...{ id: `${product}${n}`, visitor: catalogueVisitor, at: 20_000 * day, name: seenEvents.seen },
    params: { product, witness, says },
  });
  for (const product of ['A', 'B', 'C'])
    for (const [n, witness] of ['x', 'y', 'z'].entries()) book.add(sight(product, witness, n));
  expect([catalog.size, catalog.get('A')?.price]).toEqual([3, 1]);
  book.add({ ...sight('C', '', 9), name: seenEvents.accepted });
  catalog.put([own('A')]);
  expect(
    catalog
      .newest()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['A', 'C']);
  expect([catalog.size, catalog.get('A')?.price, catalog.get('B')]).toEqual([2, null, undefined]);
  expect([book.wants('A', says), book.wants('B', says), book.wants('B', { ...says, price: '2 UAH' })]).toEqual([
    false,
    false,
    true,
  ]);
  catalog.remove(['A']);
  expect(catalog.size).toBe(3);
});

test('inventing products is heard up to a bound, and who invents nothing is heard still', async () => {
  const book = await openSeenBook({ all: async () => [] }, createCatalog([]));
  const sight = (product: string, witness: string) => ({ product, witness, day: 20_000, at: 0, says: { name: 'Cup' } });
  const heard = Array.from({ length: 2_000 }, (_, n) => book.isWorth(sight(`P${n}`, 'evil'))).filter(Boolean);
  expect(heard).toHaveLength(500);
  expect(book.isWorth(sight('P1', 'honest'))).toBe(true);
});
