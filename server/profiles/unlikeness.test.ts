import { expect, test } from 'vitest';
import type { LogEvent, LogItem } from '../log/log-event.ts';
import { saidOfLikings } from './gift.ts';
import { type UsualShare, unlikeness } from './unlikeness.ts';

const usual: UsualShare = (dimension) => ({ categories: 0.05, brands: 0.02, bands: 0.25 })[dimension];
const item = (kind: string, brand: string, number: number): LogItem => ({
  ...{ id: `${kind} ${number}`, category: kind, brand, band: 1 + (number % 4), quantity: 1 },
});
const likes = (items: readonly LogItem[]) =>
  saidOfLikings(
    items.map((one, place): LogEvent => ({ id: `${place}`, visitor: 'v', at: place, name: 'view_item', items: [one] })),
  );
const oneOf = (kind: string, brand: string, count: number) =>
  Array.from({ length: count }, (_, number) => item(kind, brand, number));

test('what somebody always looks at is likelier of them than of anybody, and what they never do far less', () => {
  const own = likes(oneOf('Tea', 'Lumi', 40));
  expect(unlikeness(oneOf('Tea', 'Lumi', 5), own, usual)).toBeLessThan(-5);
  expect(unlikeness(oneOf('Toys', 'Bear', 5), own, usual)).toBeGreaterThan(Math.log(100));
});

test('whoever looks at many kinds of things may look at another one', () => {
  const kinds = Array.from({ length: 30 }, (_, number) => item(`Kind ${number}`, `Brand ${number}`, number));
  expect(unlikeness(oneOf('Toys', 'Bear', 5), likes(kinds), usual)).toBeLessThan(Math.log(100));
});

test('who has done nothing yet is like anybody', () => {
  expect(unlikeness(oneOf('Toys', 'Bear', 5), likes([]), usual)).toBeCloseTo(0);
});
