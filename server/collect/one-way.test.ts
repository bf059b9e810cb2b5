import { expect, test } from 'vitest';
import type { Way } from '../dialects/translate.ts';
import { createOneWay } from './one-way.ts';

let sequence = 0;
const told = (way: Way, name: string, time: number, ...items: string[]) => ({
  index: sequence,
  way,
  event: { id: `p.${sequence++}`, name, time, params: { items: items.map((item_id) => ({ item_id })) } },
});
const shown = (events: readonly { way: Way }[]) => events.map(({ way }) => way);

test('of one click that three languages tell, the first in their order is believed', () => {
  const page = createOneWay();
  const click = [
    told('segment', 'add_to_cart', 10, '507'),
    told('own', 'add_to_cart', 900, 'A'),
    told('cart', 'add_to_cart', 950, '9'),
  ];
  expect(shown(page.believed('p', click))).toEqual(['own']);
});

test('what was believed already is not told again a moment later, in whatever language', () => {
  const page = createOneWay();
  expect(shown(page.believed('p', [told('segment', 'add_to_cart', 0, 'A')]))).toEqual(['segment']);
  expect(page.believed('p', [told('ga4', 'add_to_cart', 2_000, 'A')])).toEqual([]);
  expect(shown(page.believed('p', [told('ga4', 'add_to_cart', 60_000, 'A')]))).toEqual(['ga4']);
});

test('two clicks in one language are two', () => {
  const page = createOneWay();
  const clicks = [told('ga4', 'add_to_cart', 0, 'A'), told('ga4', 'add_to_cart', 10, 'A')];
  expect(page.believed('p', clicks)).toEqual(clicks);
});

test('a view of a product is one a page, however late it is told again', () => {
  const page = createOneWay();
  page.believed('p', [told('segment', 'view_item', 0, 'A')]);
  expect(page.believed('p', [told('ga4', 'view_item', 60_000, 'A')])).toEqual([]);
  expect(shown(page.believed('p', [told('ga4', 'view_item', 60_000, 'B')]))).toEqual(['ga4']);
  expect(shown(page.believed('other', [told('ga4', 'view_item', 60_000, 'A')]))).toEqual(['ga4']);
});

test('what is read from the page counts only where the shop says nothing of the kind', () => {
  const page = createOneWay();
  page.believed('p', [told('ga4', 'view_item', 0, 'A')]);
  expect(page.believed('p', [told('page', 'view_item', 60_000, '/p/a')])).toEqual([]);
  expect(shown(page.believed('p', [told('cart', 'add_to_cart', 60_000, 'A')]))).toEqual(['cart']);
});

test('an order is one by its number', () => {
  const page = createOneWay();
  const order = (way: Way, id: string, time: number) => {
    const { event, ...rest } = told(way, 'purchase', time);
    return { ...rest, event: { ...event, params: { transaction_id: id } } };
  };
  expect(shown(page.believed('p', [order('matomo', '7', 0), order('own', '7', 0), order('ga4', '8', 0)]))).toEqual([
    'own',
    'ga4',
  ]);
});

test('a letter that is sent again is believed again: the log knows its ids', () => {
  const page = createOneWay();
  const letter = [told('ga4', 'add_to_cart', 0, 'A'), told('segment', 'add_to_cart', 0, 'A')];
  const [first] = letter;
  expect(page.believed('p', letter)).toEqual([first]);
  expect(page.believed('p', letter)).toEqual([first]);
});

test('who is looking is said once a page in another language, and always in ours', () => {
  const page = createOneWay();
  const words = [told('segment', 'login', 0), told('segment', 'login', 9_000)];
  expect(shown(page.believed('p', words))).toEqual(['segment']);
  expect(shown(page.believed('p', [told('own', 'login', 10_000)]))).toEqual(['own']);
});
