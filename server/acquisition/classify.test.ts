import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channels } from './channel.ts';
import cases from './classify.cases.json';
import { classify, isFromOutside } from './classify.ts';
import { withoutRepeats } from './within-visit.ts';

const own = ['www.shop.example', 'tea.example'];
const page = (query = '') => new URL(`https://www.shop.example/p/1?color=red&${query}`);

describe('a page view comes from', () => {
  test.each(cases)('$what', ({ what: _, query, referrer, nothing, ...expected }) => {
    const touch = classify({ url: page(query), referrer, own, keepClick: false });
    expect(touch).toEqual(nothing ? null : { ...expected, landing: '/p/1' });
  });

  test('somewhere, whatever the addresses are, in words of bounded length', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), fc.webQueryParameters(), (referrer, query) => {
        const touch = classify({ url: page(`${query}&utm_campaign=x`), referrer, own, keepClick: true });
        if (touch === null) return;
        expect(channels).toContain(touch.channel);
        for (const word of Object.values(touch)) expect(word.length).toBeLessThanOrEqual(500);
      }),
    );
  });
});

test('a click’s id is kept only where the visitor allows marketing', () => {
  const arrival = { url: page('gclid=Cj0KEQ'), referrer: undefined, own };
  expect(classify({ ...arrival, keepClick: true })).toMatchObject({ click: 'gclid', clickId: 'Cj0KEQ' });
  expect(JSON.stringify(classify({ ...arrival, keepClick: false }))).not.toContain('Cj0KEQ');
});

describe('in the middle of a visit', () => {
  const at = Date.UTC(2026, 10, 22, 12);
  const facts = [{ at, source: { source: 'news', medium: 'email', landing: '/' } }];
  const seen = (before: number) => ({ active: new Map([[Math.floor((at - before) / 600_000), 1]]) });

  test('a page that is loaded again says nothing new', () => {
    expect(withoutRepeats(facts, seen(20 * 60_000), false)).toEqual([{ at }]);
  });
  test('a link of another site does', () => {
    const referrer = 'https://www.google.com/';
    expect(isFromOutside({ url: page(), referrer, own })).toBe(true);
    expect(withoutRepeats(facts, seen(20 * 60_000), true)).toEqual(facts);
  });
  test('is not an hour later, nor before the first event', () => {
    expect(withoutRepeats(facts, seen(60 * 60_000), false)).toEqual(facts);
    expect(withoutRepeats(facts, { active: new Map() }, false)).toEqual(facts);
  });
});
