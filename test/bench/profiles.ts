import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scalesOf } from '../../server/customers/standing.ts';
import { readEdges } from '../../server/identity/edges.ts';
import type { LogEvent } from '../../server/log/log-event.ts';
import { openFileStore } from '../../server/node/file-store.ts';
import { startThread } from '../../server/node/threads.ts';
import { encode } from '../../server/profiles/encode.ts';
import { fold } from '../../server/profiles/fold.ts';
import { day, emptyProfile } from '../../server/profiles/profile.ts';
import { defaultTaste } from '../../server/profiles/taste.ts';
import { countPeople, findPeople } from '../../server/search/find-people.ts';
import { wordRows } from '../../server/search/word-rows.ts';
import { rowsOf } from '../../server/segments/audience-rows.ts';
import type { Basis } from '../../server/segments/basis.ts';
import { count, examples } from '../../server/segments/count.ts';
import type { Counted } from '../../server/segments/counted.ts';
import { subjectOf } from '../../server/segments/facts.ts';
import { matches } from '../../server/segments/matches.ts';
import { parseRule } from '../../server/segments/parse-rule.ts';
import type { Rule } from '../../server/segments/rule.ts';
import { migrations } from '../../server/store/migrations.ts';
import type { Store } from '../../server/store/store.ts';
import { percentile } from './percentile.ts';

const now = Date.UTC(2026, 10, 27, 12);
/** Parameters of published fits; these people are nobody's in truth. */
const basis: Basis = {
  currency: 'UAH',
  outlook: {
    ...{ day: Math.floor(now / day), orders: 0, clock: { mean: Math.log(60), deviation: 1.1 } },
    ...{ repeats: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, spending: { p: 6.25, q: 3.74, v: 15_440 } },
    scales: scalesOf([], now),
  },
  taste: defaultTaste,
};
const batch = 5_000;
const lookups = 4_000;
const turns = 3_000;
const searches = 900;

/** What a merchant asks, from the plain to the windowed. */
const lines = [
  'country = ua',
  'orders >= 2 and net >= 500',
  'country in (ua, ro) and days_since_last_visit <= 7',
  'not bought in 90d and page_views >= 10',
  'viewed >= 3 times in 7d',
  'viewed Tea >= 2 times in 30d and not bought in 30d',
  'carted in 7d and not bought in 7d',
  'known_customer = yes and days_since_last_order > 60 and average_order >= 100',
  'likes = mugs and device = phone',
  'channel = organic-search and orders = 0 and visited >= 5 times in 14d',
  'customer_group in (champions, loyal) and chance_to_return >= 50',
  'trait interests = tea and expected_orders >= 0.5',
];

/**
 * Segments over many people: the count that follows the last key (a sample, then everyone) beside the evaluator asked of
 * everyone in turn, which is what a count in memory would cost; segments of one person; one person by a key.
 */
export async function benchProfiles(people: number, progress: (line: string) => void) {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-bench-'));
  const script = new URL('../file-thread.js', import.meta.url);
  const threads = { writer: startThread(script), reader: startThread(script) };
  const store = await openFileStore(join(folder, 'shop.db'), migrations.shop, threads);
  try {
    const random = seeded(7);
    const kept: Counted[] = [];
    const filled = performance.now();
    let folded = 0;
    for (let made = 0; made < people; made += batch) {
      const some = Array.from({ length: Math.min(batch, people - made) }, (_, place) => personOf(made + place, random));
      folded += some.reduce((sum, { events }) => sum + events, 0);
      await keep(
        some.map(({ counted }) => counted),
        made,
        store,
      );
      if (kept.length < turns) kept.push(...some.map(({ counted }) => counted).slice(0, 20));
      if (made % 100_000 === 0) progress(`${made.toLocaleString('en')} of ${people.toLocaleString('en')} people`);
    }
    const seconds = (performance.now() - filled) / 1_000;
    const rules = lines.map(ruleOf);
    const book = new Map<string, Rule>();
    const asked = { store, now, book };
    await store.all('PRAGMA optimize', []);

    const sampled = new Float64Array(rules.length);
    const exact = new Float64Array(rules.length);
    const shares: number[] = [];
    let worstError = 0;
    for (const [place, rule] of rules.entries()) {
      let began = performance.now();
      const [quick] = await Promise.all([count(rule, asked, false), examples(rule, asked, false)]);
      sampled[place] = performance.now() - began;
      began = performance.now();
      const whole = await count(rule, asked, true);
      exact[place] = performance.now() - began;
      shares.push(whole.members / whole.everyone);
      worstError = Math.max(worstError, Math.abs(quick.members - whole.members) / whole.everyone);
    }
    progress('counted');

    // 100 segments of one person: the ten rules, each turned round, with other numbers.
    const hundred = Array.from({ length: 10 }, (_, turn) =>
      rules.map(
        (rule): Rule => (turn % 2 ? { all: [{ not: rule }, { field: 'page_views', is: '>=', value: turn }] } : rule),
      ),
    ).flat();
    const evaluating = new Float64Array(turns);
    let members = 0;
    const before = process.cpuUsage();
    for (let turn = 0; turn < turns; turn++) {
      const person = kept[turn % kept.length];
      if (!person) throw new RangeError('nobody');
      const began = performance.now();
      const subject = subjectOf(person, basis);
      for (const rule of hundred) if (matches(rule, subject, now, book)) members++;
      evaluating[turn] = 1_000 * (performance.now() - began);
    }
    const { user, system } = process.cpuUsage(before);
    const meanEvaluating = (user + system) / turns;

    const looking = new Float64Array(lookups);
    for (let turn = 0; turn < lookups; turn++) {
      const customer = Math.floor(random() * people);
      const began = performance.now();
      const [edge] = await readEdges(store, 'key', [`customer:${customer - (customer % 10)}`]);
      const [row] = await store.all('SELECT body FROM profiles WHERE visitor = ?', [edge?.visitor ?? '']);
      if (!row) throw new Error(`nobody has the number ${customer}`);
      looking[turn] = performance.now() - began;
    }
    const finding = new Float64Array(searches);
    let slowest = { ms: 0, asked: '' };
    for (let turn = 0; turn < searches; turn++) {
      const asked = askedOf(10 * Math.floor((random() * people) / 10), turn);
      const began = performance.now();
      const [found] = await Promise.all([
        findPeople(asked, ['', Number.MAX_SAFE_INTEGER], 51, store),
        countPeople(asked, store),
      ]);
      const ms = performance.now() - began;
      if (found.length === 0) throw new Error(`nobody is found by ${asked}`);
      finding[turn] = ms;
      if (ms > slowest.ms) slowest = { ms: rounded(ms), asked };
    }
    const { size } = await stat(join(folder, 'shop.db'));
    return {
      people,
      fileMb: Math.round(size / 1e6),
      foldedAndKeptPerSecond: Math.round(folded / seconds),
      shares: shares.map((share) => Math.round(share * 1e4) / 1e4),
      sampledMs: { worst: rounded(percentile(sampled, 1)), p50: rounded(percentile(sampled, 0.5)) },
      exactMs: { worst: rounded(percentile(exact, 1)), p50: rounded(percentile(exact, 0.5)) },
      sampleErrorPercent: rounded(100 * worstError),
      evaluatorOverEveryoneMs: Math.round((meanEvaluating / 100) * (people / 1_000)),
      hundredSegmentsUs: {
        meanOfCpu: rounded(meanEvaluating),
        p50: rounded(percentile(evaluating, 0.5)),
        p99: rounded(percentile(evaluating, 0.99)),
      },
      membersOfHundred: rounded(members / turns),
      lookUpMs: { p50: rounded(percentile(looking, 0.5)), p99: rounded(percentile(looking, 0.99)) },
      searchMs: { p50: rounded(percentile(finding, 0.5)), p99: rounded(percentile(finding, 0.99)), slowest },
      rssMb: Math.round(process.memoryUsage().rss / 1e6),
    };
  } finally {
    await store.close();
    await Promise.all([threads.writer.end(), threads.reader.end()]);
    await rm(folder, { recursive: true, force: true });
  }
}

const visitorFor = (number: number) => `v${number.toString(36).padStart(8, '0')}`;

/** Every tenth is a customer with orders, every second has a name; most others came once or twice. */
function personOf(number: number, random: () => number): { counted: Counted; events: number } {
  const visitor = visitorFor(number);
  const profile = emptyProfile();
  const isCustomer = number % 10 === 0;
  const count = isCustomer ? 12 + Math.floor(random() * 30) : 1 + Math.floor(random() ** 3 * 12);
  const newest = now - Math.floor(random() ** 2 * 180 * day);
  const orders = isCustomer ? 1 + Math.floor(random() ** 2 * 8) : 0;
  for (let place = 0; place < count; place++) fold(profile, eventOf(visitor, place, newest, random));
  if (number % 2 === 0)
    profile.traits.set('name', { id: visitor, at: newest, value: { value: nameFor(number), source: 'import' } });
  if (number % 3 === 0)
    profile.traits.set('interests', {
      id: visitor,
      at: newest,
      value: { value: number % 9 ? 'tea,mugs' : 'bags', source: 'visitor' },
    });
  const gross = orders * Math.floor(5_000 + random() * 60_000);
  const turnover =
    orders === 0
      ? none
      : { orders, gross: [{ amount: gross, currency: 'UAH' }], net: [{ amount: gross, currency: 'UAH' }] };
  return {
    counted: {
      person: isCustomer ? `customer:${number}` : visitor,
      visitor,
      profile,
      turnover,
      keys: isCustomer ? keysOf(number) : [],
      lists: [],
      ...{ isTold: false, staleFrom: null },
      orders: Array.from({ length: orders }, (_, place) => ({
        at: newest - place * 20 * day,
        net: gross / orders,
      })).reverse(),
    },
    events: count,
  };
}

const givenNames = ['Олена', 'Андрій', 'Марія', 'Ștefan', 'Ioana', 'Olena', 'Юлія', 'Тарас', 'Ганна', 'Петро'];
const familyNames = [
  'Петренко',
  'Шевченко',
  'Ковальчук',
  'Țăranu',
  'Popescu',
  'Бондар',
  'Мельник',
  'Лисенко',
  'Гончар',
  'Їжак',
];
/** 500 surnames, each of these with an ending of its own. */
const nameFor = (number: number) =>
  `${givenNames[number % 7 === 0 ? 0 : Math.floor(number / 10) % 10]} ${familyNames[Math.floor(number / 3) % 10]}${Math.floor(number / 30) % 50 || ''}`;
const phoneFor = (number: number) => `+38067${String(number * 7 + 1_000_000).padStart(7, '0')}`;
const keysOf = (number: number) => [
  `customer:${number}`,
  `email:person.${number}@${number % 3 === 0 ? 'gmail.com' : 'shop.example'}`,
  `phone:${phoneFor(number)}`,
];

/** What somebody at the till types, from the first letter on. */
function askedOf(number: number, turn: number): string {
  const name = nameFor(number);
  const [given = '', family = ''] = name.split(' ');
  switch (turn % 9) {
    case 0:
      return given.slice(0, 1);
    case 1:
      return given.slice(0, 3).toUpperCase();
    case 2:
      return family.toLowerCase();
    case 3:
      return `${family.slice(0, 4)} ${given.slice(0, 2)}`;
    case 4:
      return `person.${number}@`;
    case 5:
      return phoneFor(number).slice(3);
    case 6:
      return `o-${number}`;
    case 7:
      return number % 20 === 0 ? '@gmail.com' : String(number);
    default:
      return visitorFor(number).slice(-6);
  }
}

const none = { orders: 0, gross: [], net: [] };
const names = ['page_view', 'page_view', 'page_view', 'view_item', 'view_item', 'add_to_cart', 'search', 'purchase'];
const categories = ['Tea', 'Mugs', 'Candles', 'Bags', 'Paper', 'Lights', 'Clocks', 'Garden'];
const countries = ['UA', 'UA', 'UA', 'RO', 'RO', 'MD', 'PL', 'DE'];
const sources = ['google', 'direct', 'facebook', 'newsletter'];

function eventOf(visitor: string, place: number, newest: number, random: () => number): LogEvent {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const name = place === 0 ? 'page_view' : one(names);
  return {
    id: `${visitor}.${place}`,
    visitor,
    at: newest - Math.floor(random() * (place + 1) * 2 * day),
    name,
    ...(name === 'page_view' || name === 'search'
      ? {}
      : {
          currency: 'UAH',
          items: [{ id: `P${Math.floor(random() * 5_000)}`, category: one(categories), quantity: 1, price: 9_900 }],
        }),
    ...(place === 0
      ? {
          client: {
            country: one(countries),
            device: one(['phone', 'desktop'] as const),
            browser: 'Chrome',
            os: 'Android',
          },
          source: {
            source: one(sources),
            medium: 'organic',
            channel: one(['organic-search', 'direct', 'social'] as const),
            landing: '/',
          },
          consent: { statistics: true, personalisation: true },
        }
      : {}),
  };
}

async function keep(some: readonly Counted[], start: number, store: Store): Promise<void> {
  const profiles = some.map(({ visitor, person, profile }) => [
    visitor,
    person,
    `Person ${visitor}`,
    profile.lastSeen,
    encode(profile),
  ]);
  const words = some.flatMap(({ visitor, profile }, place) =>
    (start + place) % 10 === 0
      ? [[`e${start + place}`, visitor, `customer:${start + place}`, 'import', profile.firstSeen, 1]]
      : [],
  );
  await store.write([
    {
      sql:
        'INSERT INTO profiles (visitor, person, who, last_seen, body) ' +
        'SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)',
      params: [JSON.stringify(profiles)],
    },
    {
      sql:
        'INSERT INTO identities (event, visitor, key, evidence, at, joins) ' +
        'SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?)',
      params: [JSON.stringify(words)],
    },
    {
      sql:
        'INSERT INTO orders (id, visitor, at, refunded, body) ' +
        "SELECT value ->> 0, value ->> 1, value ->> 2, 0, '' FROM json_each(?)",
      params: [
        JSON.stringify(
          some.flatMap(({ visitor, profile, turnover }, place) =>
            turnover.orders === 0 ? [] : [[`O-${start + place}`, visitor, profile.lastSeen]],
          ),
        ),
      ],
    },
    ...rowsOf(some, basis),
    wordRows(some),
  ]);
}

function ruleOf(line: string): Rule {
  const read = parseRule(line, 'UAH');
  if ('misread' in read) throw new Error(`${line}: ${read.misread.expected} at ${read.misread.at}`);
  return read.rule;
}

/** mulberry32: the same people at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const rounded = (value: number) => Math.round(value * 100) / 100;
