import { describe, expect, it } from 'vitest';
import { drawVariant, isHeldOut } from './arms.ts';
import { inattention, quietUntil } from './attention.ts';
import { notDue } from './is-due.ts';
import { localTimeIn } from './local-time.ts';
import { pathMatcher } from './page-rules.ts';

const always = { from: null, until: null, days: [], hours: null };
const day = 86_400_000;

describe('a schedule', () => {
  it('goes by the clocks of the shop, also in the night in which they are put forward', () => {
    const kyiv = localTimeIn('Europe/Kyiv');
    expect(kyiv(Date.UTC(2026, 2, 29, 0, 59))).toEqual({ moment: '2026-03-29T02:59', weekday: 7, clock: '02:59' });
    expect(kyiv(Date.UTC(2026, 2, 29, 1, 0))).toEqual({ moment: '2026-03-29T04:00', weekday: 7, clock: '04:00' });
    expect(localTimeIn('Asia/Kathmandu')(Date.UTC(2026, 0, 1, 18, 20)).moment).toBe('2026-01-02T00:05');
    const until = { ...always, until: '2026-03-29T03:30' };
    expect(notDue(until, kyiv(Date.UTC(2026, 2, 29, 0, 59)))).toBeNull();
    expect(notDue(until, kyiv(Date.UTC(2026, 2, 29, 1, 0)))).toBe('over');
  });

  it('of a night belongs to the day on which it begins', () => {
    const night = { ...always, days: [5], hours: { from: '22:00', until: '02:00' } };
    const at = (moment: string, weekday: number) => notDue(night, { moment, weekday, clock: moment.slice(11) });
    expect(at('2026-11-27T22:00', 5)).toBeNull();
    expect(at('2026-11-28T01:59', 6)).toBeNull();
    expect(at('2026-11-28T02:00', 6)).toBe('not-now');
    expect(at('2026-11-28T22:00', 6)).toBe('not-today');
    expect(at('2026-11-27T01:00', 5)).toBe('not-today');
    expect(at('2026-11-27T12:00', 5)).toBe('not-now');
  });
});

describe('attention', () => {
  it('is spent within 24 hours, by what each kind costs', () => {
    const seen = (kind: 'popup' | 'bar', at: number) => ({ kind, at, what: 'seen' }) as const;
    expect(inattention('popup', [seen('popup', 0)], 4, day - 1)).toBe('no-attention-left');
    expect(inattention('bar', [seen('popup', 0)], 4, day - 1)).toBeNull();
    expect(inattention('popup', [seen('popup', 0)], 4, day)).toBeNull();
  });

  it('is left alone twice as long after each dismissal, until something is clicked', () => {
    const dismissed = (at: number) => ({ kind: 'bar', at, what: 'dismissed' }) as const;
    expect(quietUntil([dismissed(0)], 1)).toBe(day);
    expect(quietUntil([dismissed(0), dismissed(2 * day), dismissed(5 * day)], 5 * day)).toBe(9 * day);
    expect(quietUntil([dismissed(0), { kind: 'bar', at: 5, what: 'clicked' }], 6)).toBe(0);
    const many = Array.from({ length: 12 }, (_, place) => dismissed(place * day));
    expect(quietUntil(many, 11 * day)).toBe(41 * day);
  });
});

describe('who is drawn for what', () => {
  const campaign = {
    id: 'spring',
    holdout: 20,
    variants: [
      { id: 'a', weight: 1 },
      { id: 'b', weight: 1 },
      { id: 'c', weight: 0 },
    ],
  };
  const names = Array.from({ length: 20_000 }, (_, place) => `visitor-${place}`);

  it('is as many as the shares say, with the propensity that they were drawn by', () => {
    const drawn = names.map((name) => drawVariant(campaign, name, [0.5, 0.5, 0], null));
    const share = (variant: string | null) => drawn.filter((each) => each.variant === variant).length / names.length;
    expect(share(null)).toBeCloseTo(0.2, 1);
    expect(share('a')).toBeCloseTo(0.4, 1);
    expect(share('b')).toBeCloseTo(0.4, 1);
    expect(share('c')).toBe(0);
    for (const { variant, propensity } of drawn) expect(propensity).toBeCloseTo(variant === null ? 0.2 : 0.4, 12);
  });

  it('does not change for those who saw a variant, nor for those without as the split moves', () => {
    for (const name of names.slice(0, 500)) {
      const before = drawVariant(campaign, name, [0.5, 0.5, 0], null).variant;
      const after = drawVariant(campaign, name, [0.05, 0.95, 0], null).variant;
      expect(after === null).toBe(before === null);
      if (before !== null) expect(drawVariant(campaign, name, [0.05, 0.95, 0], before).variant).toBe(before);
    }
  });

  it('is drawn apart in each campaign, and apart from those who see none at all', () => {
    const without = (id: string) =>
      names.filter((name) => drawVariant({ ...campaign, id }, name, [0.5, 0.5, 0], null).variant === null);
    const [spring, autumn] = [new Set(without('spring')), without('autumn')];
    expect(autumn.filter((name) => spring.has(name)).length / autumn.length).toBeCloseTo(0.2, 1);
    const heldOut = names.filter((name) => isHeldOut(name, 5));
    expect(heldOut.length / names.length).toBeCloseTo(0.05, 1);
    expect(heldOut.filter((name) => spring.has(name)).length / heldOut.length).toBeCloseTo(0.2, 1);
  });
});

it.each([
  ['/shoes/*', '/shoes/red', true],
  ['/shoes/*', '/shoe', false],
  ['*shoes*', '/sale/shoes', true],
  ['/a*b*b', '/ab', false],
  ['/a*b*b', '/abb', true],
  ['/a*ab', '/ab', false],
  ['/cart', '/cart', true],
  ['/cart', '/cart/', false],
  ['/a.c', '/abc', false],
  ['*', '/', true],
])('the pattern %s and the path %s: %s', (pattern, path, isNamed) => {
  expect(pathMatcher(pattern)(path)).toBe(isNamed);
});
