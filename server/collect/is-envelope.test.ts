import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEnvelope } from './is-envelope.ts';
import { Envelope } from './schema.ts';

const odd = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1.5, 1000, 1001, -1000, 2 ** 53, Number.NaN),
  fc.constantFrom(
    '',
    ' ',
    'a b',
    'a.b-c_1',
    '__proto__',
    'gcm',
    'Київ 🫖',
    '\ud800',
    'https://',
    'ftp://shop.example/',
  ),
  fc.constantFrom(' https://shop.example/', 'https://shop.example/a b', 'HTTPS://shop.example', 'https://[', 'http:x'),
  fc
    .constantFrom(16, 17, 64, 65, 200, 201, 2000, 2001, 4096, 4097)
    .chain((length) => fc.constantFrom('x'.repeat(length), 'https://shop.example/'.padEnd(length, 'x'))),
  fc.constantFrom(20, 21, 100, 101).map((length) => Array.from({ length }, () => 'x')),
  fc.constantFrom([], {}, [[]], [1], JSON.parse('{"__proto__": {"id": "p"}}')),
);
const mostly = (...usual: unknown[]) =>
  fc.oneof({ weight: 14, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: odd });

const consent = fc.record(
  {
    statistics: mostly(true, false),
    personalisation: mostly(true, false),
    marketing: mostly(true, false),
    source: mostly('tag', 'tcf', 'gpc'),
  },
  { requiredKeys: [] },
);
const page = fc.record(
  {
    id: mostly('c763c597000000cm'),
    url: mostly('https://shop.example/p/1?utm_source=a#b', 'http://магазин.укр/'),
    referrer: mostly('', 'https://other.example/'),
    title: mostly('Teapot | Gift shop'),
    language: mostly('en-GB'),
  },
  { requiredKeys: ['id', 'url'] },
);
const envelope = fc.record(
  {
    site: mostly('3PROoDj4coCc'),
    token: mostly('a.b.c'),
    consent: fc.oneof({ weight: 14, arbitrary: consent }, { weight: 1, arbitrary: odd }),
    sent: mostly(1_795_825_669_539),
    offset: mostly(0, -1000, 120),
    version: mostly('0.1.0-a1'),
    page: fc.oneof({ weight: 14, arbitrary: page }, { weight: 1, arbitrary: odd }),
    events: mostly([], [{ id: 'p.0' }]),
    slots: mostly([], ['home', 'cart']),
  },
  { requiredKeys: ['site', 'consent', 'sent', 'page', 'events'] },
);
const withMore = fc.oneof(
  { weight: 6, arbitrary: envelope },
  { weight: 1, arbitrary: fc.tuple(envelope, odd).map(([value, more]) => ({ ...value, more })) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

test('what the quick guard takes, the schema takes as it stands', () => {
  const seen = { taken: 0, left: 0 };
  fc.assert(
    fc.property(withMore, (made) => {
      const value: unknown = JSON.parse(JSON.stringify(made));
      const isTaken = isEnvelope(value);
      seen[isTaken ? 'taken' : 'left']++;
      if (isTaken) expect(Envelope.parse(value)).toStrictEqual(value);
    }),
    { numRuns: 10_000 },
  );
  expect(Math.min(seen.taken, seen.left)).toBeGreaterThan(1_000);
});
