import { expect, test } from 'vitest';
import type { LogEvent } from '../log/log-event.ts';
import type { Receipt } from '../log/receipt.ts';
import { marksOf } from './marks-of.ts';

const event = (name: string, more: Partial<LogEvent> = {}): LogEvent => ({
  ...{ id: crypto.randomUUID(), visitor: 'v', at: 5, name, ...more },
});
const receipt = (more: Partial<Receipt>): Receipt => ({
  ...{ id: 'r', slot: 'home', widget: 'shelf', rung: 'profile', recipe: 'for-you@1', inputs: {}, steps: [] },
  ...{ consent: { statistics: true, personalisation: true, marketing: true }, arm: 'only', propensity: 1 },
  shown: [{ id: 'A', reason: { code: 'popular' }, score: 1 }],
  ...more,
});
const campaign = { id: 'sale', version: 1, variant: 'a', propensity: 1 };

const cases: [string, LogEvent, string[]][] = [
  ['a segment that was entered', event('segment_enter', { params: { segment: 's1' } }), ['entered s1']],
  ['one that was left', event('segment_leave', { params: { segment: 's1' } }), ['left s1']],
  ['a shelf that was seen', event('slot_view', { params: { slot: 'home' } }), ['reached slot:home']],
  [
    'a campaign that was opened',
    event('slot_click', { params: { slot: 'home' }, shown: { campaign: 'sale', variant: 'a', kind: 'slot' } }),
    ['clicked campaign:sale'],
  ],
  ['what was closed', event('slot_dismiss', { params: { slot: 'ask' } }), ['closed slot:ask']],
  [
    'an answer to a question',
    event('answer', { answer: { question: 'size', value: 'M', by: 'visitor' } }),
    ['answered size'],
  ],
  [
    'what a source tells, once each',
    event('told', { facts: ['a', 'b'].map((trait) => ({ trait, value: '1', source: 'till' })) }),
    ['told till'],
  ],
  ['what staff corrects', event('edited', { edits: [] }), ['corrected ']],
  ['who signs in', event('login', { identity: { customer: '7', evidence: 'signed' } }), ['named ']],
  ['a login that proves nothing', event('login'), []],
  [
    'an order that names its customer',
    event('purchase', { identity: { customer: '7', evidence: 'server' } }),
    ['named ', 'acted purchase'],
  ],
  ['a page that says nothing of anybody', event('page_view'), []],
  [
    'what was chosen by the profile, and by nothing else',
    event('decision', {
      receipts: [
        receipt({}),
        receipt({ campaign, slot: 'promo' }),
        receipt({ rung: 'context', slot: 'product' }),
        receipt({ arm: 'without', slot: 'cart' }),
        receipt({ shown: [], slot: 'news' }),
      ],
    }),
    ['chosen slot:home', 'chosen campaign:sale'],
  ],
];

test.each(cases)('the loop is told of %s', (_, said, expected) => {
  const found = [...marksOf([said], () => 'day').keys()].map((key) => {
    const [day, visitor, mark, of] = JSON.parse(key) as string[];
    expect([day, visitor]).toEqual(['day', 'v']);
    return `${mark} ${of}`;
  });
  expect(found).toEqual(expected);
});

test('a day of one person is one row, from the first moment to the last, in any order', () => {
  const looks = [7, 3, 9].map((at) => event('view_item', { at }));
  const [[key, counts] = []] = [...marksOf(looks, () => 'day')];
  expect(JSON.parse(key ?? '')).toEqual(['day', 'v', 'acted', 'view_item']);
  expect(counts).toEqual([3, 9, 3]);
});
