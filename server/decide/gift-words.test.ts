import { expect, test } from 'vitest';
import { createCatalog } from '../catalog/catalog.ts';
import { languages } from '../messages/messages.ts';
import type { Upcoming } from '../occasions/occasions.ts';
import { reasonWords } from './shelf.ts';

const near: Upcoming = { occasion: 'christmas', words: null, days: 12, lead: 30, past: [], price: { how: 'any' } };
const said = (days: number, occasion: Upcoming = near) =>
  languages.map((language) =>
    reasonWords(
      { code: 'gift', occasion: occasion.occasion, days },
      { language, timeZone: 'UTC' },
      { catalog: createCatalog([]), occasion },
    ),
  );

test('a gift is for its occasion in so many days, in each language with the form that goes with the number', () => {
  expect(said(1)).toEqual([
    ...['For Christmas, in 1 day', 'На Різдво, через 1 день', 'De Crăciun, peste o zi', 'На Рождество, через 1 день'],
  ]);
  expect(said(3)).toEqual([
    ...['For Christmas, in 3 days', 'На Різдво, через 3 дні', 'De Crăciun, peste 3 zile', 'На Рождество, через 3 дня'],
  ]);
  expect(said(25)).toEqual([
    ...['For Christmas, in 25 days', 'На Різдво, через 25 днів', 'De Crăciun, peste 25 de zile'],
    'На Рождество, через 25 дней',
  ]);
});

test('one of the shop’s own goes by the name that it has in the language, or by another', () => {
  const words = { uk: 'На наш день', ro: 'De ziua noastră' };
  expect(said(12, { ...near, occasion: 'На наш день', words })).toEqual([
    ...['На наш день, in 12 days', 'На наш день, через 12 днів', 'De ziua noastră, peste 12 zile'],
    'На наш день, через 12 дней',
  ]);
});
