import { expect, test } from 'vitest';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import { alwaysBefore } from './always-before.ts';
import { blank, type Draft } from './draft.ts';
import { inPlace } from './in-place.ts';

const inSlot = { ...blank, ...inPlace('slot', blank, 'promo') };
const mine: Draft = { ...inSlot, id: 'mine' };
const other: Campaign = { ...inSlot, id: 'other', state: 'running', version: 1, priority: 60 };
const before = (more: Partial<Campaign>, draft: Partial<Draft> = {}) =>
  alwaysBefore({ ...mine, ...draft }, [{ ...other, ...more }])?.id ?? null;

test('what has the higher priority in the same place always stands before', () => {
  expect(before({})).toBe('other');
  expect(before({ priority: 50 })).toBe(null);
  expect(before({ priority: 50, id: 'a' })).toBe('a');
});

test('unless it is somewhere else, for somebody else, has an end, or does not run', () => {
  expect(before({ state: 'running', ...inPlace('slot', blank, 'home') })).toBe(null);
  expect(before({ audience: { segment: 'regulars' } })).toBe(null);
  expect(before({ audience: { segment: 'regulars' } }, { audience: { segment: 'regulars' } })).toBe('other');
  expect(before({ caps: { ...other.caps, ever: 1 } })).toBe(null);
  expect(before({ schedule: { ...other.schedule, days: [1] } })).toBe(null);
  expect(before({ pages: { only: [], never: ['/sale'] } })).toBe(null);
  expect(alwaysBefore(mine, [{ ...other, state: 'paused' }])).toBe(null);
});
