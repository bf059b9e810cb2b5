import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtIn, occasionIds } from './built-in.ts';
import { dayOf, sundayOf } from './day-number.ts';
import { orthodoxEaster, westernEaster } from './easter.ts';
import { comingAfter, Occasions, usualOccasions } from './occasions.ts';

const nameOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const none = Object.fromEntries(occasionIds.map((id) => [id, { on: false, lead: 14 }])) as Occasions['builtIn'];
const only = (id: (typeof occasionIds)[number], lead: number): Occasions => ({
  builtIn: { ...none, [id]: { on: true, lead } },
  own: [],
  price: { how: 'learnt' },
});

test('Easter of both churches is on the days on which it was, and will be', () => {
  expect([2000, 2008, 2011, 2019, 2024, 2025, 2026, 2038].map((year) => nameOf(westernEaster(year)))).toEqual([
    ...['2000-04-23', '2008-03-23', '2011-04-24', '2019-04-21', '2024-03-31', '2025-04-20', '2026-04-05'],
    '2038-04-25',
  ]);
  expect([2000, 2008, 2011, 2019, 2024, 2025, 2026, 2027].map((year) => nameOf(orthodoxEaster(year)))).toEqual([
    ...['2000-04-30', '2008-04-27', '2011-04-24', '2019-04-28', '2024-05-05', '2025-04-20', '2026-04-12'],
    '2027-05-02',
  ]);
});

test('the days of mothers and fathers are their Sundays', () => {
  const of = (id: (typeof occasionIds)[number]) => [2024, 2025, 2026].map((year) => nameOf(builtIn[id].dayIn(year)));
  expect(of('mothers-day-first')).toEqual(['2024-05-05', '2025-05-04', '2026-05-03']);
  expect(of('mothers-day-second')).toEqual(['2024-05-12', '2025-05-11', '2026-05-10']);
  expect(of('fathers-day-june')).toEqual(['2024-06-16', '2025-06-15', '2026-06-21']);
  fc.assert(
    fc.property(fc.integer({ min: 1970, max: 2199 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const first = new Date(sundayOf(year, month, 1) * 86_400_000);
      expect([first.getUTCDay(), first.getUTCMonth() + 1]).toEqual([0, month]);
      expect(first.getUTCDate()).toBeLessThanOrEqual(7);
    }),
  );
});

test('Easter of both is a Sunday between 22 March and 8 May, and never the orthodox one first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1970, max: 2199 }), (year) => {
      const [west, east] = [westernEaster(year), orthodoxEaster(year)];
      for (const day of [west, east]) expect(new Date(day * 86_400_000).getUTCDay()).toBe(0);
      expect(west).toBeGreaterThanOrEqual(dayOf(year, 3, 22));
      expect(west).toBeLessThanOrEqual(dayOf(year, 4, 25));
      expect(east).toBeGreaterThanOrEqual(west);
      expect(east).toBeLessThanOrEqual(dayOf(year, 5, 10));
    }),
  );
});

test('an occasion comes until the day before it; on its day the next one is a year away', () => {
  const christmas = dayOf(2026, 12, 25);
  const on = (day: number) => comingAfter(only('christmas', 30), day)[0];
  expect(on(christmas - 12)).toMatchObject({ occasion: 'christmas', days: 12, lead: 30 });
  expect(on(christmas - 1)).toMatchObject({ days: 1 });
  expect(on(christmas)).toMatchObject({ days: 365 });
  expect(on(christmas - 12)?.past.map(({ from, to }) => [nameOf(from), nameOf(to)])).toEqual([
    ['2025-11-25', '2025-12-25'],
    ['2024-11-25', '2024-12-25'],
    ['2023-11-25', '2023-12-25'],
  ]);
  // The days before Easter are those before the Easter of that year.
  expect(comingAfter(only('orthodox-easter', 7), dayOf(2026, 4, 1))[0]?.past.map(({ to }) => nameOf(to))).toEqual([
    ...['2025-04-20', '2024-05-05', '2023-04-16'],
  ]);
});

test('of the shop’s own, one that is but once is over after its day, and has no years before', () => {
  const own = { words: { ro: 'De ziua magazinului' }, month: 9, day: 12, lead: 10 };
  const coming = (year: number | null, today: number) =>
    comingAfter({ builtIn: none, own: [{ ...own, year }], price: { how: 'learnt' } }, today).map(
      ({ occasion, days, past }) => ({
        ...{ occasion, days, years: past.length },
      }),
    );
  const before = dayOf(2026, 9, 2);
  expect(coming(2026, before)).toEqual([{ occasion: 'De ziua magazinului', days: 10, years: 0 }]);
  expect(coming(2026, before + 10)).toEqual([]);
  expect(coming(null, before)).toEqual([{ occasion: 'De ziua magazinului', days: 10, years: 3 }]);
  expect(coming(null, before + 10)).toMatchObject([{ days: 365 }]);
});

test('what comes is what is on, the soonest first, and nothing of today', () => {
  const zone = fc.constantFrom('Europe/Bucharest', 'Europe/Kyiv', 'Europe/Berlin');
  fc.assert(
    fc.property(zone, fc.integer({ min: 0, max: 60_000 }), (timeZone, today) => {
      const usual = usualOccasions(timeZone);
      const coming = comingAfter(usual, today);
      const on = occasionIds.filter((id) => usual.builtIn[id]?.on);
      expect(coming.map(({ occasion }) => occasion).sort()).toEqual([...on].sort());
      const days = coming.map((one) => one.days);
      expect(days).toEqual(days.toSorted((a, b) => a - b));
      expect(days.every((day) => day >= 1 && day <= 400)).toBe(true);
      for (const { past } of coming) expect(past.every(({ to }) => to <= today)).toBe(true);
    }),
  );
});

test('a day that does not exist, or a name in no language, is refused; 29 February is one of every year', () => {
  const own = (more: object) => ({
    builtIn: none,
    own: [{ words: { en: 'For us' }, month: 2, day: 29, year: null, lead: 5, ...more }],
    price: { how: 'learnt' },
  });
  expect(Occasions.safeParse(own({})).success).toBe(true);
  for (const more of [{ year: 2025 }, { day: 30 }, { words: {} }, { words: { en: ' ' } }, { lead: 0 }, { lead: 121 }])
    expect(Occasions.safeParse(own(more)).success).toBe(false);
});
