import fc from 'fast-check';
import Database from 'libsql';
import { expect, test } from 'vitest';
import type { DayModels } from '../customers/outlook.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { Turnover } from '../orders/read-orders.ts';
import { arbitraryTaste } from '../profiles/arbitrary-taste.ts';
import { fold } from '../profiles/fold.ts';
import { day, emptyProfile } from '../profiles/profile.ts';
import { migrations } from '../store/migrations.ts';
import { arbitraryRule } from './arbitrary-rule.ts';
import { rowsOf } from './audience-rows.ts';
import type { Basis } from './basis.ts';
import { byTime, type Counted } from './counted.ts';
import { subjectOf } from './facts.ts';
import { matches, type RuleBook } from './matches.ts';
import type { Rule } from './rule.ts';
import { toSql } from './to-sql.ts';

const now = Date.UTC(2026, 10, 27, 22, 50);

const event: fc.Arbitrary<LogEvent> = fc.record(
  {
    id: fc.uuid(),
    visitor: fc.constant('v'),
    at: fc.oneof(
      fc.integer({ min: now - 100 * day, max: now }),
      fc.integer({ min: 0, max: 3 }).map((ago) => now - ago * day),
    ),
    name: fc.constantFrom(
      'page_view',
      'view_item',
      'add_to_cart',
      'remove_from_cart',
      'purchase',
      'search',
      'my_event',
    ),
    currency: fc.constantFrom('UAH', 'EUR'),
    items: fc.array(
      fc.record(
        {
          id: fc.constantFrom('P1', 'P2', 'виробу'),
          category: fc.constantFrom('Mugs', 'Свічки', 'and'),
          brand: fc.constantFrom('Mugs', 'RO'),
          band: fc.integer({ min: 1, max: 4 }),
          quantity: fc.integer({ min: 1, max: 3 }),
          price: fc.integer({ min: 1, max: 3_000 }),
        },
        { requiredKeys: ['id', 'quantity'] },
      ),
      { maxLength: 2 },
    ),
    identity: fc.record({ customer: fc.constant('7'), evidence: fc.constant('signed' as const) }),
    answer: fc.record({
      question: fc.constantFrom('interests', 'birthday', 'children', 'name', 'company', 'company_size'),
      value: fc.constantFrom('', 'tea,Mugs', 'Mugs', '1990-02-28', '2001-12-01', '2', '-3.5', 'say "no" \\'),
      by: fc.constantFrom('visitor' as const, 'server' as const),
    }),
    consent: fc.record({ statistics: fc.boolean(), marketing: fc.boolean() }),
    client: fc.record(
      { country: fc.constantFrom('UA', 'RO'), device: fc.constantFrom('phone', 'desktop') },
      { requiredKeys: [] },
    ),
    source: fc.record({
      source: fc.constantFrom('google', 'direct', 'say "no" \\'),
      medium: fc.constant('organic'),
      landing: fc.constant('/'),
    }),
  },
  { requiredKeys: ['id', 'visitor', 'at', 'name'] },
);

const turnover: fc.Arbitrary<Turnover> = fc
  .record({ orders: fc.nat(4), gross: fc.nat(90_000), refunded: fc.nat(120_000) })
  .map(({ orders, gross, refunded }) => ({
    orders,
    gross: orders === 0 ? [] : [{ amount: gross, currency: 'UAH' }],
    net: orders === 0 ? [] : [{ amount: gross - refunded, currency: 'UAH' }],
  }));

const person: fc.Arbitrary<Omit<Counted, 'person' | 'visitor'>> = fc
  .record({
    events: fc.array(event, { minLength: 1, maxLength: 12 }),
    turnover,
    lists: fc.uniqueArray(fc.constantFrom('in', 'mugs', 'свічки')),
    orders: fc.array(
      fc.record({
        at: fc.integer({ min: now - 700 * day, max: now }),
        net: fc.option(fc.integer({ min: 1, max: 90_000 })),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ events, orders, ...rest }) => {
    const profile = emptyProfile();
    for (const one of events) fold(profile, one);
    return { ...rest, profile, keys: [], orders: byTime(orders), isTold: false, staleFrom: null };
  });

const models: fc.Arbitrary<DayModels> = fc.record({
  day: fc.integer({ min: -2, max: 0 }).map((ago) => Math.floor(now / day) + ago),
  orders: fc.constant(7),
  repeats: fc.constant({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }),
  spending: fc.constant({ p: 6.25, q: 3.74, v: 15_440 }),
  clock: fc.constant({ mean: Math.log(60), deviation: 1.1 }),
  scales: fc.constant({
    ...{ recency: [30, 60, 120, 240], frequency: [1, 2, 3, 4] },
    ...{ money: [5_000, 20_000, 40_000, 80_000], average: 30_000 },
  }),
});

test('a rule counts in SQL whom it matches in memory', () => {
  const db = new Database(':memory:');
  for (const { sql } of migrations.shop) db.exec(sql);
  const book: RuleBook = new Map<string, Rule>([['vip', { field: 'orders', is: '>=', value: 2 }]]);
  let pairs = 0;
  let members = 0;
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 1, maxLength: 20 }),
      fc.array(arbitraryRule, { minLength: 10, maxLength: 20 }),
      models,
      arbitraryTaste,
      (some, rules, outlook, taste) => {
        const basis: Basis = { currency: 'UAH', outlook, taste };
        db.exec('DELETE FROM audience');
        db.exec('DELETE FROM audience_acts');
        db.exec('DELETE FROM audience_traits');
        db.exec('DELETE FROM audience_steps');
        const people = some.map((one, place) => ({ ...one, person: `p${place}`, visitor: `v${place}` }));
        for (const { sql, params } of rowsOf(people, basis)) db.prepare(sql).run(...params);
        for (const rule of rules) {
          const { sql, params } = toSql(rule, now, book);
          const rows = db
            .prepare(`SELECT person FROM audience AS a WHERE ${sql} ORDER BY person`)
            .raw()
            .all(...params);
          const counted = rows.flat().map(String);
          const matched = people
            .filter((one) => matches(rule, subjectOf(one, basis), now, book))
            .map(({ person }) => person)
            .sort();
          expect(counted).toEqual(matched);
          pairs += people.length;
          members += matched.length;
        }
      },
    ),
    { numRuns: 400 },
  );
  db.close();
  expect(pairs).toBeGreaterThan(10_000);
  // Rules that hold of everyone or of nobody would prove little.
  expect(members / pairs).toBeGreaterThan(0.1);
  expect(members / pairs).toBeLessThan(0.9);
});
