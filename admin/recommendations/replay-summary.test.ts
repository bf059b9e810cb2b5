import { expect, test } from 'vitest';
import type { Replayed, ShelfMade } from '../../server/shelves/replay.ts';
import { summarize } from './replay-summary.ts';

const shelf = (products: string[], more: Partial<ShelfMade> = {}): ShelfMade => ({
  ...{ recipe: products.length > 0 ? 'popular' : null, products, isStandIn: false, isShort: false },
  ...more,
});

const decision = (at: number, before: string[], after: string[], more: Partial<Replayed> = {}): Replayed => ({
  ...{ id: `d${at}.0`, visitor: 'v', at, slot: 'home', stood: before },
  ...{ before: shelf(before), after: shelf(after) },
  ...more,
});

test('shelves that change are counted, those with another order by themselves, and what stays on average', () => {
  const found = summarize([
    decision(1, ['a', 'b'], ['a', 'b']),
    decision(2, ['a', 'b'], ['b', 'a']),
    decision(3, ['a', 'b'], ['a', 'c']),
    decision(4, ['a', 'b'], []),
  ]);
  expect(found).toMatchObject({ decisions: 4, changed: 3, reordered: 1, stays: (1 + 1 + 0.5 + 0) / 4 });
});

test('what comes in and falls out most stands first, alike ones by their ids', () => {
  const { comesIn, fallsOut } = summarize([
    decision(1, ['a', 'b'], ['c', 'd']),
    decision(2, ['a', 'b'], ['a', 'd']),
    decision(3, ['b'], ['c']),
  ]);
  expect(comesIn).toEqual([
    { product: 'c', shelves: 2 },
    { product: 'd', shelves: 2 },
  ]);
  expect(fallsOut).toEqual([
    { product: 'b', shelves: 3 },
    { product: 'a', shelves: 1 },
  ]);
});

test('empty shelves, short ones and those of a recipe that stands in are counted before and after', () => {
  const { before, after } = summarize([
    decision(1, ['a'], [], { before: shelf(['a'], { isShort: true }) }),
    decision(2, ['a'], ['b'], { after: shelf(['b'], { isStandIn: true, isShort: true }) }),
  ]);
  expect(before).toEqual({ empty: 0, standIn: 0, short: 1 });
  expect(after).toEqual({ empty: 1, standIn: 1, short: 1 });
});

test('the decisions that change most are the examples, the newest first of those that change alike', () => {
  const { examples } = summarize([
    decision(1, ['a', 'b'], ['c', 'd']),
    decision(2, ['a', 'b'], ['a', 'c']),
    decision(3, ['a', 'b'], ['c', 'd']),
    decision(4, ['a', 'b'], ['a', 'b']),
  ]);
  expect(examples.map(({ of }) => of.at)).toEqual([3, 1, 2]);
  expect(examples[2]).toMatchObject({ comesIn: ['c'], fallsOut: ['b'] });
});

test('a shelf that was kept away says nothing of what is found again', () => {
  const away = decision(1, ['a', 'b'], ['a', 'b'], { stood: null });
  expect(summarize([away]).again).toBeNull();
  expect(summarize([away, decision(2, ['a', 'b'], ['a'], { stood: ['a', 'z'] })]).again).toBe(0.5);
  expect(summarize([])).toMatchObject({ decisions: 0, stays: null, again: null, examples: [] });
});
