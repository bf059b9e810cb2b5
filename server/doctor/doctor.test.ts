import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDoor } from './door.ts';
import { refusalCode } from './refusal-code.ts';
import { type CountRow, reportOf } from './report.ts';
import { createSequences } from './sequences.ts';
import { type Evidence, trustOf } from './trust.ts';
import { createTwice } from './twice.ts';
import { withoutPerson } from './without-person.ts';

const minute = 60_000;
const nobody = { both: 0, browserOnly: 0, serverOnly: 0 };

describe('the sequence of a page', () => {
  /** What is told of one page of which these numbers came, in this order. */
  const told = (numbers: readonly number[]) => {
    const sequences = createSequences(0);
    for (const number of numbers) sequences.seen(`page.${number}`, 60 * minute);
    return sequences.settle(70 * minute);
  };

  test('has as many gaps as numbers below the highest that never came, in any order and however often', () => {
    const numbers = fc.uniqueArray(fc.nat(200), { minLength: 1 });
    fc.assert(
      fc.property(numbers, fc.infiniteStream(fc.nat(199)), (came, again) => {
        const repeated = [...came, ...came.map(() => came[(again.next().value ?? 0) % came.length] ?? 0)];
        expect(told(repeated)).toEqual({ expected: Math.max(...came) + 1, arrived: came.length });
      }),
    );
  });

  test('is judged ten minutes after its last word, and only for what is new', () => {
    const sequences = createSequences(0);
    sequences.seen('p.0', 60 * minute);
    sequences.seen('p.2', 62 * minute);
    expect(sequences.hasSettled(71 * minute)).toBe(false);
    expect(sequences.settle(71 * minute)).toEqual({ expected: 0, arrived: 0 });
    expect(sequences.hasSettled(72 * minute)).toBe(true);
    expect(sequences.settle(72 * minute)).toEqual({ expected: 3, arrived: 2 });
    sequences.seen('p.1', 80 * minute);
    sequences.seen('p.3', 80 * minute);
    expect(sequences.settle(90 * minute)).toEqual({ expected: 1, arrived: 2 });
    expect(sequences.hasSettled(100 * minute)).toBe(false);
  });

  test('is not judged where it began before this process did', () => {
    const sequences = createSequences(60 * minute);
    sequences.seen('open-before.7', 61 * minute);
    expect(sequences.settle(90 * minute)).toEqual({ expected: 0, arrived: 0 });
  });

  test('says nothing where ids are of another form', () => {
    const sequences = createSequences(0);
    for (const id of ['purchase', '.1', 'p.x', 'p.-1', 'p.1.5e9', 'p.']) sequences.seen(id, 60 * minute);
    expect(sequences.settle(90 * minute).expected).toBeLessThanOrEqual(1);
  });

  test('of many pages takes bounded room', () => {
    const sequences = createSequences(0, 100);
    for (let page = 0; page < 1_000; page++) sequences.seen(`p${page}.0`, 60 * minute);
    expect(sequences.settle(90 * minute).expected).toBeLessThanOrEqual(110);
  });
});

describe('trust', () => {
  const good: Evidence = {
    kept: 100,
    refused: 0,
    expected: 100,
    arrived: 100,
    aboutProducts: 50,
    shortcomings: 0,
    views: 40,
    viewsTwice: 0,
    orders: { both: 5, browserOnly: 0, serverOnly: 0 },
  };
  const none: Evidence = { ...good, kept: 0, expected: 0, arrived: 0, aboutProducts: 0, views: 0, orders: nobody };
  const any: fc.Arbitrary<Evidence> = fc.record({
    kept: fc.nat(1_000),
    refused: fc.nat(1_000),
    expected: fc.constant(1_000),
    arrived: fc.nat(1_000),
    aboutProducts: fc.nat(100),
    shortcomings: fc.nat(300),
    views: fc.integer({ min: 100, max: 200 }),
    viewsTwice: fc.nat(100),
    orders: fc.record({ both: fc.nat(10), browserOnly: fc.nat(10), serverOnly: fc.nat(10) }),
  });

  test.each([
    ['everything is right', good, 100],
    ['nothing has come', none, null],
    ['one event in ten is lost', { ...good, arrived: 90 }, 75],
    ['one event in twenty is lost', { ...good, arrived: 95 }, 88],
    ['a tenth is refused', { ...good, kept: 90, refused: 10 }, 88],
    [
      'half of the orders is seen by the browser alone',
      { ...good, orders: { both: 5, browserOnly: 5, serverOnly: 0 } },
      85,
    ],
    [
      'only the browser reports orders: nobody to compare with',
      { ...good, orders: { ...nobody, browserOnly: 5 } },
      100,
    ],
  ])('where %s', (_, evidence, score) => {
    expect(trustOf(evidence).score).toBe(score);
  });

  test('lies between 0 and 100, and falls with every lost event', () => {
    fc.assert(
      fc.property(any, (evidence) => {
        const { score } = trustOf(evidence);
        const worse = trustOf({ ...evidence, arrived: Math.max(0, evidence.arrived - 1) }).score;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(worse).toBeLessThanOrEqual(score ?? 0);
      }),
    );
  });
});

test.each([
  ['id', 'id'],
  ['params.items.12.price', 'amount'],
  ['params.items.0.item_id', 'item-id'],
  ['params.items.0.quantity', 'items'],
  ['params.items', 'items'],
  ['params.transaction_id', 'order-id'],
  ['params', 'params'],
  ['', 'params'],
])('a refusal of %j is of the kind "%s"', (field, code) => {
  expect(refusalCode(field)).toBe(code);
});

describe('an example names nobody:', () => {
  test.each([
    ['/account/anna@example.com/orders', '/account/…/orders'],
    ['/account/anna%40example.com', '/account/…'],
    ['call +380 (44) 123-45-67 now', 'call … now'],
    ['/reset/eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', '/reset/…'],
    ['purchase · params.value · /thanks/7001', 'purchase · params.value · /thanks/7001'],
  ])('%s', (text, expected) => {
    expect(withoutPerson(text)).toBe(expected);
  });
});

test('a page that reports itself twice is noticed, one that is loaded again later is not', () => {
  const twice = createTwice();
  expect(twice.view('v', '/', 'a', 1_000)).toBe(false);
  expect(twice.view('v', '/', 'b', 1_300)).toBe(true);
  expect(twice.view('v', '/mugs', 'c', 1_400)).toBe(false);
  expect(twice.view('w', '/mugs', 'd', 1_400)).toBe(false);
  expect(twice.view('v', '/', 'e', 9_000)).toBe(false);
  expect(twice.view('v', '/', 'e', 9_000)).toBe(false);
});

test('a report gathers seven days, and tells a problem once with its newest example', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const today = Math.floor(now / 86_400_000);
  const row = (day: number, kind: CountRow['kind'], name: string, count: number, example: string | null = null) => ({
    ...{ day: today - day, kind, name, count, example },
    last: now - day * 86_400_000,
  });
  const report = reportOf(
    [
      row(6, 'event', 'page_view', 3),
      row(0, 'event', 'page_view', 4),
      row(1, 'event', 'purchase', 2),
      row(1, 'refused', 'amount', 2, 'old'),
      row(0, 'refused', 'amount', 1, 'new'),
      row(0, 'turned-away', 'wrong-origin https://a.example', 2),
      row(1, 'turned-away', 'wrong-origin https://b.example', 3),
      row(0, 'duplicate', 'purchase', 1),
      row(0, 'robot', 'crawler', 9),
      row(0, 'sequence', 'expected', 100),
      row(0, 'sequence', 'arrived', 99),
    ],
    { both: 3, browserOnly: 1, serverOnly: 0 },
    now,
  );
  expect(report.days).toHaveLength(7);
  expect(report.days.at(-1)).toBe('2026-11-22');
  expect(report.events[0]).toEqual({ name: 'page_view', count: 7, days: [3, 0, 0, 0, 0, 0, 4] });
  expect(report.problems).toEqual([
    { code: 'turned-away.wrong-origin', count: 5, example: 'https://a.example', last: now },
    { code: 'refused.amount', count: 3, example: 'new', last: now },
    { code: 'lost', count: 1, example: null, last: null },
    { code: 'orders-browser', count: 1, example: null, last: null },
  ]);
  expect(report.duplicates).toEqual({ events: 0, orders: 1 });
  expect(report.robots).toMatchObject([{ kind: 'crawler', count: 9 }]);
});

test('the door counts page views by the build of the snippet, as far as it says which', () => {
  const door = createDoor(() => 0, { get: () => undefined });
  for (const version of ['1.2', '1.3', '1.3', undefined]) {
    const events = [{ index: 0, event: { id: 'p.0', name: 'page_view', time: 0 } }];
    const page = { url: new URL('https://shop.example/'), page: { id: 'p' }, consent: {} };
    door.passed(
      { ...page, events, unread: [], version },
      { facts: [], refused: [], known: new Set(), visitor: 'someone' },
    );
  }
  const written = String(door.unsaved().statements[0]?.params[0]);
  const rows = (JSON.parse(written) as [number, CountRow['kind'], string, number, string | null, number][]).map(
    ([day, kind, name, count, example, last]): CountRow => ({ day, kind, name, count, example, last }),
  );
  const { snippets } = reportOf(rows, nobody, 0);
  expect(snippets.map(({ version, count }) => [version, count])).toEqual([
    ['1.3', 2],
    ['1.2', 1],
  ]);
});
