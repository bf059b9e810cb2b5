import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTimeIn } from './local-time.ts';
import { momentOf } from './moment-of.ts';

const kyiv = localTimeIn('Europe/Kyiv');

test.each([
  ['2026-12-24T18:00', Date.UTC(2026, 11, 24, 16, 0)],
  ['2026-07-01T00:00', Date.UTC(2026, 5, 30, 21, 0)],
  // Put forward from 03:00 to 04:00: there is no 03:30.
  ['2026-03-29T03:30', Date.UTC(2026, 2, 29, 1, 0)],
  ['2026-03-29T04:00', Date.UTC(2026, 2, 29, 1, 0)],
  // Put back from 04:00 to 03:00: there are two of them, and the first one ends it.
  ['2026-10-25T03:30', Date.UTC(2026, 9, 25, 0, 30)],
])('%s in Kyiv is one moment', (moment, at) => {
  expect(momentOf(moment, kyiv)).toBe(at);
});

test('it is the first minute of which a campaign says that it is over', () => {
  const zones = ['Europe/Kyiv', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'].map(localTimeIn);
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 28_000_000, max: 32_000_000 }), (localTime, minutes) => {
      const { moment } = localTime(minutes * 60_000);
      const at = momentOf(moment, localTime);
      expect(localTime(at).moment >= moment).toBe(true);
      expect(localTime(at - 60_000).moment < moment).toBe(true);
    }),
  );
});
