import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalog } from '../catalog/catalog.ts';
import type { Product } from '../catalog/product.ts';
import { createShelfModel } from '../recommend/model/shelf-model.ts';
import { find } from './find.ts';
import { type Finder, FinderBody } from './finder.ts';
import { isTrueOf } from './is-true-of.ts';
import { suggestFinder } from './suggest.ts';

const now = 1_700_000_000_000;
const colours = ['red', 'blue', 'green'];
const stuffs = ['wood', 'glass'];

function product(id: string, more: Partial<Product> = {}): Product {
  return {
    ...{ id, name: id, category: null, brand: null, price: 100, currency: 'EUR', cost: null, costCurrency: null },
    ...{ image: null, url: `https://shop.example/${id}`, inStock: true, addedAt: 0, details: null, ...more },
  };
}

const choicesOf = (name: string, values: readonly string[]) =>
  values.map((value) => ({
    value,
    words: { en: value },
    where: [{ of: 'attribute' as const, name, among: [value] }],
  }));

function finderOf({ colour, stuff }: { colour: number | null; stuff: number | null }): Finder {
  const usual = { several: true, optional: true, onlyIf: null };
  const body = {
    title: { en: 'Find' },
    limit: 6,
    questions: [
      { ...usual, key: 'colour', words: { en: 'Colour?' }, weight: colour, choices: choicesOf('colour', colours) },
      { ...usual, key: 'stuff', words: { en: 'Of what?' }, weight: stuff, choices: choicesOf('stuff', stuffs) },
      {
        ...{ ...usual, key: 'price', words: { en: 'Price?' }, weight: 2 },
        choices: [
          { value: 'low', words: { en: 'Low' }, where: [{ of: 'price' as const, least: null, most: 500 }] },
          { value: 'high', words: { en: 'High' }, where: [{ of: 'price' as const, least: 501, most: null }] },
        ],
      },
    ],
  };
  return { id: 'f', ...FinderBody.parse(body) };
}

const shop = (products: readonly Product[]) => {
  return { catalog: createCatalog(products), model: createShelfModel(), now, place: {}, cart: [] };
};

const some = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 60 }).map((number) => `P${number}`),
    colour: fc.constantFrom(null, ...colours),
    stuff: fc.constantFrom(null, ...stuffs),
    price: fc.constantFrom(null, 100, 500, 501, 900),
    inStock: fc.boolean(),
    notSoldIn: fc.subarray(['UA', 'RO']),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);
const weight = fc.constantFrom(null, 0.5, 1, 3);
const answers = fc.record(
  { colour: fc.subarray(colours), stuff: fc.subarray(stuffs), price: fc.subarray(['low', 'high']) },
  { requiredKeys: [] },
);

test('whatever is answered: what is found may be shown, fits what is hard, says truly what it fits, and nothing better is left out', () => {
  fc.assert(
    fc.property(
      some,
      weight,
      weight,
      answers,
      fc.constantFrom(null, 'UA', 'RO'),
      fc.subarray(['P1', 'P2', 'P3']),
      (all, colour, stuff, said, country, cart) => {
        const finder = finderOf({ colour, stuff });
        const products = all.map(({ id, colour, stuff, notSoldIn, ...more }) =>
          product(id, {
            ...more,
            details: {
              attributes: [
                ...(colour ? [{ name: 'colour', value: colour }] : []),
                ...(stuff ? [{ name: 'stuff', value: stuff }] : []),
              ],
              notSoldIn,
            },
          }),
        );
        const evidence = { ...shop(products), place: country ? { country } : {}, cart };
        const found = find(finder, said, evidence, 'EUR');
        const taken = finder.questions.filter(({ key }) => (said[key as keyof typeof said] ?? []).length > 0);
        const isFitting = (one: Product, { key, choices }: Finder['questions'][number]) =>
          choices.some(
            ({ value, where }) =>
              (said[key as keyof typeof said] as string[] | undefined)?.includes(value) &&
              where.every((condition) => isTrueOf(one, condition, 'EUR')),
          );
        const offered = products.filter(
          ({ id, inStock, details }) =>
            inStock && !cart.includes(id) && !(country && details?.notSoldIn?.includes(country)),
        );
        const possible = offered.filter((one) =>
          taken.every((question) => question.weight !== null || isFitting(one, question)),
        );
        expect(found.count).toBe(possible.filter((one) => taken.every((question) => isFitting(one, question))).length);
        if (taken.length === 0) {
          expect(found.items).toEqual([]);
          return;
        }
        const scoreOf = (one: Product) =>
          taken.reduce((sum, question) => sum + (isFitting(one, question) ? (question.weight ?? 0) : 0), 0);
        for (const { product: one, fits, misses } of found.items) {
          expect(possible.map(({ id }) => id)).toContain(one.id);
          expect(cart).not.toContain(one.id);
          expect(
            taken
              .filter((question) => isFitting(one, question))
              .map(({ key }) => key)
              .sort(),
          ).toEqual(fits.map(({ key }) => key).sort());
          expect(fits.length + misses.length).toBe(taken.length);
          // What was not given up is met by all.
          for (const { key } of misses) expect(found.relaxed.map((question) => question.key)).toContain(key);
        }
        const scores = found.items.map(({ product }) => scoreOf(product));
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        // Never an empty end while something may be shown.
        if (possible.length > 0) expect(found.items.length).toBeGreaterThan(0);
        for (const choice of found.next?.choices ?? [])
          expect(
            find(finder, { ...said, [found.next?.key ?? '']: [choice.value] }, evidence, 'EUR').items.length,
          ).toBeGreaterThan(0);
      },
    ),
    { numRuns: 400 },
  );
});

test('what counts least is given up first, of two that count the same the later one, and no more than is needed', () => {
  const red = { attributes: [{ name: 'colour', value: 'red' }] };
  const products = [
    ...['A', 'B', 'C'].map((id) => product(id, { details: red, price: 900 })),
    product('D', { details: { attributes: [...red.attributes, { name: 'stuff', value: 'wood' }] }, price: 900 }),
    product('E', { price: 100 }),
  ];
  const asked = { colour: ['red'], stuff: ['wood'], price: ['high'] };
  const found = (weights: { colour: number; stuff: number }) => find(finderOf(weights), asked, shop(products), 'EUR');
  const first = found({ colour: 3, stuff: 1 });
  expect([first.count, first.relaxed.map(({ key }) => key), first.items.map(({ product }) => product.id)]).toEqual([
    ...[1, ['stuff'], ['D', 'A', 'B', 'C']],
  ]);
  const other = found({ colour: 1, stuff: 1 });
  expect(other.relaxed.map(({ key }) => key)).toEqual(['stuff']);
});

test('a question is asked of those alone for whom it is meant, and none that would not tell products apart', () => {
  const finder = finderOf({ colour: 1, stuff: 1 });
  const [colour, stuff, price] = finder.questions;
  if (!colour || !stuff || !price) throw new Error('three questions');
  const branched = {
    ...finder,
    questions: [colour, { ...stuff, onlyIf: { question: 'colour', choices: ['red'] } }, price],
  };
  const attribute = (name: string, value: string) => ({ name, value });
  const products = ['red', 'blue'].flatMap((one) =>
    stuffs.map((other) =>
      product(`${one} ${other}`, { details: { attributes: [attribute('colour', one), attribute('stuff', other)] } }),
    ),
  );
  const next = (said: Record<string, string[]>) => find(branched, said, shop(products), 'EUR').next;
  expect(next({})?.choices.map(({ value }) => value)).toEqual(['red', 'blue']);
  expect(next({ colour: ['red'] })?.key).toBe('stuff');
  // All have one price: it tells nothing.
  expect(next({ colour: ['blue'] })).toBeNull();
});

test('a finder is made of what is said of the products, what tells most first, and each of its choices finds something', async () => {
  const products = Array.from({ length: 240 }, (_, number) =>
    product(`P${number}`, {
      category: number % 10 === 0 ? 'Rare' : 'Usual',
      price: 100 + number * 10,
      details: {
        attributes: [
          { name: 'color', value: ['red', 'blue', 'green', 'black'][number % 4] ?? '' },
          // Says what the colour says.
          { name: 'shade', value: ['warm', 'cold', 'cold', 'cold'][number % 4] ?? '' },
          ...(number % 20 === 0 ? [{ name: 'seldom', value: `${number}` }] : []),
          { name: 'weight', value: 50 + (number % 7) * 100, unit: 'g' },
        ],
      },
    }),
  );
  const made = await suggestFinder(products, 'EUR');
  expect(FinderBody.parse(made)).toEqual(made);
  const words = made?.questions.map(({ words }) => words.en) ?? [];
  expect(words).toContain('Which colour?');
  expect(words).toContain('How much may it cost?');
  expect(words).not.toContain('shade: which?');
  expect(words).not.toContain('seldom: which?');
  const evidence = shop(products);
  for (const { key, choices } of made?.questions ?? []) {
    const counts = choices.map(
      ({ value }) => find({ id: 'f', ...(made as FinderBody) }, { [key]: [value] }, evidence, 'EUR').count,
    );
    for (const count of counts) expect(count).toBeGreaterThan(0);
    // Nothing is under two of them.
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(products.length);
  }
  expect(await suggestFinder([], 'EUR')).toBeNull();
  expect(await suggestFinder([product('one'), product('two')], 'EUR')).toBeNull();
});
