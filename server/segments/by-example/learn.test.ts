import { describe, expect, test } from 'vitest';
import { scalesOf } from '../../customers/standing.ts';
import { noTurnover } from '../../orders/read-orders.ts';
import { chance } from '../../predict/random.ts';
import { fold } from '../../profiles/fold.ts';
import { day, emptyProfile } from '../../profiles/profile.ts';
import { defaultTaste } from '../../profiles/taste.ts';
import { actsOf, subjectOf } from '../facts.ts';
import { matches } from '../matches.ts';
import { parseRule } from '../parse-rule.ts';
import { toText } from '../to-text.ts';
import { toldOf } from '../told.ts';
import type { Person } from './candidates.ts';
import { roundNumber } from './candidates.ts';
import { learnAndTest } from './hold-out.ts';

const now = Date.UTC(2026, 10, 27, 12);
const basis = {
  currency: 'UAH',
  outlook: {
    ...{ day: Math.floor(now / day), orders: 0, clock: { mean: Math.log(60), deviation: 1.1 } },
    ...{ repeats: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, spending: { p: 6.25, q: 3.74, v: 15_440 } },
    scales: scalesOf([], now),
  },
  taste: defaultTaste,
};

/** A shop's people: countries, devices, categories, orders and answers have nothing to do with each other. */
function shopOf(count: number, seed: number): Person[] {
  const random = chance(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random.uniform() * of.length)] as T;
  return Array.from({ length: count }, (_, number) => {
    const profile = emptyProfile();
    const visitor = `v${number}`;
    const deeds = 1 + Math.floor(random.uniform() * 12);
    for (let place = 0; place < deeds; place++)
      fold(profile, {
        ...{ id: `${number} ${place}`, visitor, at: now - Math.floor(random.uniform() ** 2 * 100 * day) },
        name: one(['page_view', 'view_item', 'view_item', 'add_to_cart', 'search']),
        items: [
          {
            id: `P${Math.floor(random.uniform() * 300)}`,
            category: one(['Tea', 'Mugs', 'Bags', 'Paper', 'Lights']),
            quantity: 1,
          },
        ],
        ...(place === 0
          ? {
              client: { country: one(['UA', 'UA', 'RO', 'MD', 'PL']), device: one(['phone', 'desktop'] as const) },
              answer: {
                question: 'interests',
                value: one(['gifts', 'home', 'garden', 'home,gifts']),
                by: 'visitor' as const,
              },
            }
          : {}),
      });
    const orders = Math.floor(random.uniform() ** 3 * 9);
    const sum = orders * Math.floor(5_000 + random.uniform() * 60_000);
    const money = [{ amount: sum, currency: 'UAH' }];
    const turnover = orders === 0 ? noTurnover : { orders, gross: money, net: money };
    return {
      subject: subjectOf({ profile, turnover, lists: [], orders: [] }, basis),
      acts: [...actsOf(profile).keys()],
      traits: [...toldOf(profile).keys()],
    };
  });
}

function learnt(line: string, count: number, seed: number) {
  const read = parseRule(line, 'UAH');
  if ('misread' in read) throw new Error(line);
  const people = shopOf(2_500, seed);
  const isIn = ({ subject }: Person) => matches(read.rule, subject, now, new Map());
  const examples = people.filter(isIn).slice(0, count);
  if (examples.length < count) throw new Error(`too few: ${line}`);
  const others = people.filter((person) => !examples.includes(person));
  const work = learnAndTest({ examples, others, now }, () => {});
  for (let step = work.next(); ; step = work.next()) if (step.done) return { ...step.value, isIn };
}

describe('what examples have in common', () => {
  test.each([
    'country = ro and orders >= 3',
    'likes = tea and device = phone and orders >= 2',
    'viewed Mugs >= 2 times in 30d',
    'trait interests = garden and net >= 500',
    'not visited in 30d and orders >= 3',
    'carted Tea in 30d and country = ua',
  ])('is found again where it was "%s", and holds of people whom nobody has shown', (line) => {
    const { rule, heldOut, isIn } = learnt(line, 20, 11);
    expect(rule, 'a rule').not.toBeNull();
    if (!rule) return;
    const fresh = shopOf(4_000, 99);
    const meant = fresh.filter(isIn);
    const found = fresh.filter(({ subject }) => matches(rule, subject, now, new Map()));
    const both = found.filter(isIn).length;
    const said = `${toText(rule, 'UAH')}: ${both} of ${found.length} found, ${meant.length} meant`;
    expect(both / found.length, said).toBeGreaterThan(0.6);
    expect(both / meant.length, said).toBeGreaterThan(0.8);
    // What was put aside tells beforehand how it will do.
    expect(heldOut.high).toBeGreaterThan(both / meant.length - 0.1);
    expect(heldOut.share).toBeGreaterThan(0);
    expect(heldOut.found / heldOut.examples / heldOut.share).toBeGreaterThan(4);
  });

  test('is nothing where examples were drawn by lot', () => {
    let rules = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const people = shopOf(800, seed);
      const work = learnAndTest({ examples: people.slice(0, 10), others: people.slice(10), now }, () => {});
      let step = work.next();
      while (!step.done) step = work.next();
      if (step.value.rule) rules++;
    }
    expect(rules).toBeLessThanOrEqual(1);
  });

  test('is the same whenever it is asked, and says how far it is', () => {
    const first = learnt('country = ro and orders >= 3', 8, 5);
    expect(learnt('country = ro and orders >= 3', 8, 5).rule).toEqual(first.rule);
    expect(first.heldOut.examples).toBe(8);
  });
});

test.each([
  [7, 7, 7],
  [1_234, 1_000, 1_500],
  [87, 85, 90],
  [0.37, 0.35, 0.4],
  [-87, -90, -85],
])('a threshold at %d is said as %d or %d', (value, low, high) => {
  expect([roundNumber(value, Math.floor), roundNumber(value, Math.ceil)]).toEqual([low, high]);
});
