import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupNames, groupOf, groupRules } from './groups.ts';
import type { Customer } from './load-customers.ts';
import { type Standing, scalesOf, standingOf } from './standing.ts';

const day = 86_400_000;
const now = 1_000 * day;

test('every score has a group, and every group has a rule', () => {
  const found = new Set<string>();
  for (let recency = 1; recency <= 5; recency++)
    for (let frequency = 1; frequency <= 5; frequency++)
      for (let money = 1; money <= 5; money++)
        for (const orders of [1, 2, 20]) found.add(groupOf({ recency, frequency, money }, orders));
  expect(found).toEqual(new Set(groupRules.map(({ group }) => group)));
  expect(groupNames.filter((name) => !found.has(name))).toEqual(['prospects']);
});

const customer = (person: string, ...orders: [daysAgo: number, net: number][]): Customer => ({
  person,
  orders: orders.map(([daysAgo, net]) => ({ at: now - daysAgo * day, net })).sort((a, b) => a.at - b.at),
});

test.each<[string, Customer, string]>([
  ['the very first order of a shop', customer('a', [0, 5_000]), 'new'],
  ['one order, six weeks ago', customer('a', [45, 5_000]), 'promising'],
  ['one order, three months ago', customer('a', [90, 5_000]), 'needs-attention'],
  ['one order, two years ago', customer('a', [700, 5_000]), 'dormant'],
  ['ten orders, the last one yesterday', customer('a', ...weekly(1, 10)), 'champions'],
  ['ten orders, then half a year of nothing', customer('a', ...weekly(200, 10)), 'at-risk'],
  ['ten orders, then a year of nothing', customer('a', ...weekly(400, 10)), 'previously-loyal'],
])('a shop with one customer only: %s', (_, one, group) => {
  expect(standings([one], now).get('a')?.group).toBe(group);
});

test('asked for a moment in the past, it answers as it did then', () => {
  const orders = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 100_000 })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.array(orders, { maxLength: 30 }), fc.integer({ min: 0, max: 900 }), (all, ago) => {
      const customers = all.map((list, place) => customer(`c${place}`, ...list));
      const then = now - ago * day;
      const until = customers
        .map(({ person, orders }) => ({ person, orders: orders.filter(({ at }) => at <= then) }))
        .filter(({ orders }) => orders.length > 0);
      expect(standings(customers, then)).toEqual(standings(until, then));
    }),
  );
});

test('a large order makes nobody a champion at once', () => {
  const few = customer('few', [2, 50_000]);
  const many = customer('many', ...weekly(2, 9));
  const found = standings(
    [few, many, ...Array.from({ length: 200 }, (_, place) => customer(`x${place}`, [place + 3, 5_000]))],
    now,
  );
  expect(found.get('few')?.group).toBe('new');
  expect(found.get('many')?.group).toBe('champions');
});

test('on a day when everybody buys, whoever bought last week is not gone', () => {
  const crowd = Array.from({ length: 200 }, (_, place) => customer(`x${place}`, [0, 5_000]));
  expect(standings([...crowd, customer('a', [8, 5_000])], now).get('a')?.group).toBe('new');
});

function weekly(from: number, count: number): [number, number][] {
  return Array.from({ length: count }, (_, place) => [from + 7 * place, 5_000]);
}

function standings(customers: readonly Customer[], at: number): Map<string, Standing | null> {
  const scales = scalesOf(customers, at);
  return new Map(
    customers.flatMap((one) => {
      const standing = standingOf(one, at, scales);
      return standing ? [[one.person, standing]] : [];
    }),
  );
}
