import { expect, test } from 'vitest';
import type { LogEvent } from '../log/log-event.ts';
import { fold } from './fold.ts';
import { emptyProfile } from './profile.ts';
import { nameOf, traitsOf } from './read.ts';

const answered = (at: number, value: string): LogEvent => ({
  ...{ id: `a${at}`, visitor: 'v', at, name: 'answer' },
  answer: { question: 'drink', value, by: 'visitor' },
});
const login = (at: number, name: string): LogEvent => ({
  ...{ id: `l${at}`, visitor: 'v', at, name: 'login' },
  identity: { customer: '7', name, evidence: 'signed' },
});
const edited = (at: number, trait: string, value: string | null, own: string, since?: number): LogEvent => ({
  ...{ id: `e${at}`, visitor: 'v', at, name: 'edited' },
  edits: [{ trait, value, before: own, own, ...(since === undefined ? {} : { since }) }],
});

function folded(...events: LogEvent[]) {
  const profile = emptyProfile();
  for (const event of events) fold(profile, event);
  return profile;
}
const drink = (...events: LogEvent[]) =>
  traitsOf(folded(...events)).map(({ value, source, at }) => [value, source, at]);

test.each([
  [
    'a correction stands over what was said before',
    [answered(1, 'tea'), edited(2, 'drink', 'mate', 'tea')],
    ['mate', 'staff', 2],
  ],
  [
    'not over what they say later, though it be the same again',
    [answered(3, 'tea'), edited(2, 'drink', 'mate', 'tea')],
    ['tea', 'visitor', 3],
  ],
  [
    'one that is taken back leaves their own word',
    [answered(1, 'tea'), edited(2, 'drink', 'mate', 'tea'), edited(3, 'drink', null, 'tea')],
    ['tea', 'visitor', 1],
  ],
  [
    'one that stands again does so since it was made',
    [answered(3, 'tea'), edited(2, 'drink', 'mate', ''), edited(5, 'drink', 'mate', '', 2)],
    ['tea', 'visitor', 3],
  ],
  ['one of nothing said stands', [edited(2, 'drink', 'mate', '')], ['mate', 'staff', 2]],
] as const)('%s', (_, events, expected) => {
  expect(drink(...events)).toEqual([expected]);
});

test('what is taken away is nothing', () => {
  expect(drink(answered(1, 'tea'), edited(2, 'drink', '', 'tea'))).toEqual([]);
});

test('a name that the shop signs again with every login stays corrected, and a new one is a new word', () => {
  const corrected = [login(1, 'Ana'), edited(2, 'name', 'Anna', 'Ana')];
  expect(nameOf(folded(...corrected, login(3, 'Ana')))).toBe('Anna');
  expect(nameOf(folded(...corrected, login(3, 'Anna Petrenko')))).toBe('Anna Petrenko');
});

test('a correction is no sign of life', () => {
  const profile = folded(edited(2, 'drink', 'mate', ''));
  expect([profile.lastSeen, profile.totals.size, profile.active.size]).toEqual([0, 0, 0]);
});
