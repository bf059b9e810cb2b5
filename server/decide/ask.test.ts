import { expect, test } from 'vitest';
import { actKey, day, emptyProfile } from '../profiles/profile.ts';
import type { Question } from '../questions/question.ts';
import { ask } from './ask.ts';

const now = 20_000 * day + 5_000;
const question: Question = { key: 'drink', type: 'text', words: { en: 'What do you drink?' }, choices: [] };

function asked(daysSince?: number) {
  const profile = emptyProfile();
  if (daysSince !== undefined) profile.acts.set(actKey(Math.floor(now / day) - daysSince, 'slot_dismiss'), 1);
  const looking = {
    consent: {},
    profile,
    language: 'en',
    drawnBy: 'v',
    visitors: ['v'],
    place: {},
    bought: new Map(),
    product: null,
    cart: null,
    now,
  } as const;
  return ask(looking, [question]);
}

test.each([
  [undefined, ['drink'], undefined],
  [0, [], 'not-now'],
  [29, [], 'not-now'],
  [30, ['drink'], undefined],
])('whoever said “not now” %s days ago is asked %j', (daysSince, keys, note) => {
  const { asked: asks, props, steps } = asked(daysSince);
  expect([asks, props === null, steps[0]?.note]).toEqual([keys, keys.length === 0, note]);
});
