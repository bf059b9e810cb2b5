import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenShop, openShop } from '../collect/open-shop.ts';
import { standIn } from '../identity/stand-in.ts';
import type { LogEvent } from '../log/log-event.ts';
import { openFileStore } from '../node/file-store.ts';
import { startThread, type Thread } from '../node/threads.ts';
import { arbitraryTaste } from '../profiles/arbitrary-taste.ts';
import { day } from '../profiles/profile.ts';
import type { Taste } from '../profiles/taste.ts';
import type { Shop } from '../shops/table.ts';
import { migrations } from '../store/migrations.ts';
import { arbitraryRule } from './arbitrary-rule.ts';
import { segmentsOf } from './of-person.ts';
import type { Rule } from './rule.ts';
import { allSegments, bookOf, keepSegment, type Segment } from './segments.ts';
import { toSql } from './to-sql.ts';

const thread = new URL('../../dist/file-thread.js', import.meta.url);
const shop: Shop = {
  key: 'test',
  name: 'Test',
  origins: 'http://shop.example',
  currency: 'UAH',
  timeZone: 'Europe/Kyiv',
  demo: false,
  tokenSecret: 'a',
  identitySecret: 'b',
  createdAt: 0,
};

let folder = '';
let threads: { writer: Thread; reader: Thread };
let files = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'membership-'));
  threads = { writer: startThread(thread), reader: startThread(thread) };
});

afterEach(async () => {
  await Promise.all([threads.writer.end(), threads.reader.end()]);
  await rm(folder, { recursive: true });
});

const visitors = ['a', 'b', 'c', 'd'];

const deed = fc.record(
  {
    visitor: fc.constantFrom(...visitors),
    name: fc.constantFrom('page_view', 'view_item', 'add_to_cart', 'search', 'my_event', 'consent'),
    currency: fc.constant('UAH'),
    items: fc.array(
      fc.record({
        id: fc.constantFrom('P1', 'P2'),
        category: fc.constantFrom('Mugs', 'Свічки'),
        brand: fc.constantFrom('Mugs', 'RO'),
        band: fc.integer({ min: 1, max: 4 }),
        quantity: fc.integer({ min: 1, max: 3 }),
        price: fc.integer({ min: 1, max: 3_000 }),
      }),
      { maxLength: 2 },
    ),
    consent: fc.record({ statistics: fc.boolean(), marketing: fc.boolean() }),
  },
  { requiredKeys: ['visitor', 'name'] },
);

const login = fc
  .constantFrom(...visitors)
  .map((visitor) => ({ visitor, name: 'login', identity: { customer: '7', evidence: 'signed' as const } }));

const order = fc
  .record({ visitor: fc.constantFrom(...visitors), number: fc.nat(20), value: fc.integer({ min: 100, max: 90_000 }) })
  .map(({ visitor, number, value }) => ({
    ...{ visitor, name: 'purchase', order: `o${number}`, currency: 'UAH', value },
    items: [{ id: 'P1', category: 'Mugs', quantity: 1, price: value }],
  }));

const answer = fc
  .record({ visitor: fc.constantFrom(...visitors), value: fc.constantFrom('', 'tea,mugs', '2', '1990-02-28') })
  .map(({ visitor, value }) => ({
    ...{ visitor, name: 'answer' },
    answer: { question: 'interests', value, by: 'visitor' as const },
  }));

/** What a source tells of the customer, and whose address they are at: believed for some days only. */
const fact = fc
  .record({
    source: fc.constantFrom('crm', 'bureau'),
    trait: fc.constantFrom('interests', 'company'),
    value: fc.constantFrom('', 'mugs', 'google'),
  })
  .map((told) => ({ visitor: standIn('customer:7'), name: 'told', about: 'customer:7', facts: [told] }));

const atWork = fc
  .record({ visitor: fc.constantFrom(...visitors), company: fc.constantFrom('google', 'Mugs') })
  .map(({ visitor, company }) => ({ visitor, name: 'page_view', company: { name: company, industry: 'phone' } }));

const anything = fc.oneof({ weight: 5, arbitrary: deed }, { weight: 2, arbitrary: order }, answer);

type Said = Omit<LogEvent, 'id' | 'at'>;
const step = <T extends Said>(said: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ said }) },
    { weight: 3, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 20 * day }) }) },
    { weight: 1, arbitrary: fc.record({ taste: arbitraryTaste }) },
    { weight: 2, arbitrary: fc.constant({ look: 'refresh' as const }) },
    { weight: 2, arbitrary: fc.constant({ look: 'sweep' as const }) },
    { weight: 1, arbitrary: fc.constant({ look: 'crash' as const }) },
  );
type Step<T extends Said> = T extends unknown
  ? { said: T } | { wait: number } | { taste: Taste } | { look: 'refresh' | 'sweep' | 'crash' }
  : never;

async function* companies() {
  yield { line: 2, row: { network: '8.8.8.0/24', company: 'Mugs' } };
}

/** Whom the merchant believes, and how long. */
async function believe(open: OpenShop, now: number): Promise<void> {
  for (const [source, days] of [
    ['crm', 10],
    ['bureau', 30],
  ] as const) {
    await open.sources.note(source, { kept: 1, refused: 0 }, now);
    await open.sources.believe(source, days);
  }
  await open.companies.take(companies(), { name: 'some.csv', now });
  await open.companies.believe(20);
}

/** `<person> <segment>` of everyone whom segments have by their rules, as their pages say. */
async function realOf(open: OpenShop, now: number): Promise<string[]> {
  const persons = await open.store.all('SELECT DISTINCT person, min(visitor) FROM profiles GROUP BY person', []);
  const real: string[] = [];
  for (const [person, visitor] of persons)
    for (const { id } of await segmentsOf(String(visitor), open, now)) real.push(`${person} ${id}`);
  return real.sort();
}

/** The same as it is counted: in SQL. */
async function countedOf({ store }: OpenShop, now: number): Promise<string[]> {
  const all = await allSegments(store);
  const counted: string[] = [];
  for (const { id, rule } of all) {
    const { sql, params } = toSql(rule, now, bookOf(all));
    for (const [person] of await store.all(`SELECT person FROM audience AS a WHERE ${sql}`, params))
      counted.push(`${person} ${id}`);
  }
  return counted.sort();
}

/** Lives through these steps; then what is kept of who is in which segment, what the log says, and what is true. */
async function live(steps: readonly Step<Said>[], rules: readonly Rule[]) {
  let now = Date.UTC(2026, 9, 1, 9);
  const store = await openFileStore(join(folder, `${files++}.db`), migrations.shop, threads);
  let open = await openShop(shop, store, () => now);
  await believe(open, now);
  const segments: Segment[] = [];
  // What they ask of other segments, they ask of the first.
  for (const [place, rule] of rules.entries())
    segments.push(await keepSegment({ name: `S${place}`, rule: about(segments[0]?.id, rule) }, store, now));
  await open.audience.sweep();
  let events = 0;
  for (const one of steps) {
    now += 1;
    if ('said' in one) await open.record([{ ...one.said, id: `e${events++}`, at: now }]);
    else if ('wait' in one) now += one.wait;
    else if ('taste' in one) await open.taste.choose(one.taste, { by: 'anna@shop.example', at: now });
    else if (one.look === 'refresh') {
      await open.audience.refresh();
      expect(await countedOf(open, now)).toEqual(await realOf(open, now));
    } else if (one.look === 'sweep') await open.audience.sweep();
    else open = await openShop(shop, store, () => now);
  }
  await open.audience.sweep();
  const rows = await store.all('SELECT person, segment FROM segment_members', []);
  const kept = rows.map(([person, segment]) => `${person} ${segment}`).sort();
  const told = new Map<string, string[]>();
  const log = await store.all(
    "SELECT visitor, body ->> '$.params.segment', name FROM log WHERE name LIKE 'segment_%' ORDER BY seq",
    [],
  );
  for (const [visitor, segment, name] of log) {
    const key = `${visitor} ${segment}`;
    told.set(key, [...(told.get(key) ?? []), String(name)]);
  }
  const real = await realOf(open, now);
  expect(await countedOf(open, now)).toEqual(real);
  // Nothing is left to say.
  const before = await store.all('SELECT count(*) FROM log', []);
  await open.audience.sweep();
  expect(await store.all('SELECT count(*) FROM log', [])).toEqual(before);
  await open.close();
  return { kept, told, real };
}

function about(segment: string | undefined, rule: Rule): Rule {
  if ('all' in rule) return { all: rule.all.map((part) => about(segment, part)) };
  if ('any' in rule) return { any: rule.any.map((part) => about(segment, part)) };
  if ('not' in rule) return { not: about(segment, rule.not) };
  if (!('segment' in rule)) return rule;
  return segment === undefined ? { any: [] } : { segment };
}

/** Of each fact that a source may tell. */
const toldRules: Rule[] = ['mugs', 'google'].flatMap((value): Rule[] => [
  { field: 'company', is: '=', value },
  { trait: 'company', is: '=', value },
  { trait: 'interests', is: '=', value },
]);

const rules = fc.array(arbitraryRule, { minLength: 1, maxLength: 6 });

test('who is in a segment, followed step by step, is who is in it by the rule', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step(anything), { maxLength: 25 }), rules, async (steps, asked) => {
      const { kept, told, real } = await live(steps, asked);
      expect(kept).toEqual(real);
      // In turn in and out again, and the last word is where they are.
      for (const words of told.values())
        expect(words).toEqual(words.map((_, place) => (place % 2 === 0 ? 'segment_enter' : 'segment_leave')));
      const inside = [...told].filter(([, words]) => words.at(-1) === 'segment_enter').map(([key]) => key);
      expect(inside.sort()).toEqual(real);
    }),
    { numRuns: 30 },
  );
});

test('so it is when devices turn out to be one person', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step(fc.oneof({ weight: 4, arbitrary: anything }, { weight: 1, arbitrary: login })), { maxLength: 25 }),
      rules,
      async (steps, asked) => {
        const { kept, real } = await live(steps, asked);
        expect(kept).toEqual(real);
      },
    ),
    { numRuns: 30 },
  );
});

test('so it is when what others tell grows old, by the mere passing of time', async () => {
  const comes: Step<Said>[] = [
    { said: { visitor: 'a', name: 'login', identity: { customer: '7', evidence: 'signed' } } },
  ];
  const days = fc.integer({ min: 1, max: 25 }).map((count) => ({ wait: count * day }));
  const looks = fc.constantFrom({ look: 'refresh' as const }, { look: 'refresh' as const }, { look: 'crash' as const });
  const said = fc.record({ said: fc.oneof(fact, fact, atWork, answer) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(said, days, looks), { minLength: 5, maxLength: 20 }),
      fc.array(arbitraryRule, { maxLength: 2 }),
      async (steps, asked) => {
        const { kept, real } = await live([...comes, ...steps, { look: 'refresh' }], [...toldRules, ...asked]);
        expect(kept).toEqual(real);
      },
    ),
    { numRuns: 40 },
  );
});

test('a segment that is new, or means someone else now, says nothing of those who are in it already', async () => {
  let now = Date.UTC(2026, 9, 1, 9);
  const store = await openFileStore(join(folder, `${files++}.db`), migrations.shop, threads);
  const open = await openShop(shop, store, () => now);
  const told = () => store.all("SELECT visitor, name FROM log WHERE name LIKE 'segment_%' ORDER BY seq", []);
  await open.record([{ id: 'e1', visitor: 'a', at: now, name: 'page_view' }]);
  const seen: Rule = { did: 'page_view', is: '>=', times: 1, within: 7 };
  const { id } = await keepSegment({ name: 'Seen', rule: seen }, store, now);
  const upper = await keepSegment({ name: 'Upper', rule: { not: { segment: id } } }, store, now);
  await open.audience.sweep();
  await keepSegment({ id, name: 'Seen', rule: { did: 'search', is: '>=', times: 1, within: 7 } }, store, now);
  await open.audience.sweep();
  expect(await told()).toEqual([]);
  await open.record([{ id: 'e2', visitor: 'a', at: now, name: 'search' }]);
  await open.audience.refresh();
  expect((await told()).sort()).toEqual([
    ['a', 'segment_enter'],
    ['a', 'segment_leave'],
  ]);
  await keepSegment({ id, name: 'Searched', rule: { did: 'search', is: '>=', times: 1, within: 7 } }, store, now);
  now += 7 * day;
  await open.audience.sweep();
  expect((await told()).slice(2).sort()).toEqual([
    ['a', 'segment_enter'],
    ['a', 'segment_leave'],
  ]);
  const days = await store.all('SELECT day, members FROM segment_days WHERE segment = ? ORDER BY day', [upper.id]);
  expect(days).toEqual([
    ['2026-10-01', 1],
    ['2026-10-08', 1],
  ]);
  await open.close();
});
