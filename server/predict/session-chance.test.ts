import { expect, test } from 'vitest';
import { sessionPause } from './history.ts';
import { chance } from './random.ts';
import { createSessionChance } from './session-chance.ts';

const minute = 60_000;

test('on the first day a filled cart is likelier to become an order than a look around', () => {
  const model = createSessionChance();
  for (const visitor of ['looker', 'buyer']) model.observe(visitor, { at: 0, kind: 'view', items: ['tea'] });
  model.observe('buyer', { at: minute, kind: 'cart', items: ['tea'] });
  const [looker, buyer] = [model.of('looker', minute), model.of('buyer', minute)];
  expect(looker?.chance).toBeLessThan(0.15);
  expect(buyer?.chance).toBeGreaterThan(2 * (looker?.chance ?? 1));
});

test('a session that is over has no chance left, and what is kept comes back the same', () => {
  const model = taught(300);
  const again = createSessionChance(JSON.parse(JSON.stringify(model.encoded())));
  for (const one of [model, again]) one.observe('one', { at: 1e9, kind: 'view', items: ['tea'] });
  expect(again.of('one', 1e9)).toEqual(model.of('one', 1e9));
  expect(model.of('one', 1e9 + sessionPause + 1)).toBeNull();
});

test('it learns what this shop’s carts are worth, and its reliability says so', () => {
  const model = taught(3_000);
  model.observe('one', { at: 1e12, kind: 'view', items: ['tea'] });
  model.observe('one', { at: 1e12 + minute, kind: 'cart', items: ['tea'] });
  expect(model.of('one', 1e12 + minute)?.chance).toBeCloseTo(0.6, 1);
  const total = model.reliability.reduce((sum, { count }) => sum + count, 0);
  expect(total).toBe(model.learned);
  const gap = model.reliability.reduce((sum, { foretold, happened }) => sum + Math.abs(foretold - happened), 0) / total;
  expect(gap).toBeLessThan(0.05);
});

test('an order is learned from no sooner than its absence would be, or the buyers of a young shop would be all it knows', () => {
  const model = createSessionChance();
  for (const visitor of ['looker', 'buyer']) model.observe(visitor, { at: 0, kind: 'view', items: ['tea'] });
  model.observe('buyer', { at: minute, kind: 'buy', items: ['tea'] });
  model.observe('buyer', { at: 2 * minute, kind: 'page', items: [] });
  expect(model.learned).toBe(0);
  model.endSessions(2 * minute + sessionPause + 1);
  const kept = model.reliability.filter(({ count }) => count > 0);
  const sum = (of: 'count' | 'happened') => kept.reduce((total, bin) => total + bin[of], 0);
  // The looker's moment and what followed the order came to nothing.
  expect([model.learned, sum('count'), sum('happened')]).toEqual([3, 3, 1]);
});

/** A shop where three of five carts become an order, and nothing else does. */
function taught(sessions: number) {
  const random = chance(sessions);
  const model = createSessionChance();
  for (let place = 0; place < sessions; place++) {
    const at = place * 2 * sessionPause;
    const visitor = `v${place}`;
    model.endSessions(at);
    model.observe(visitor, { at, kind: 'view', items: ['tea'] });
    if (random.uniform() < 0.5) continue;
    model.observe(visitor, { at: at + minute, kind: 'cart', items: ['tea'] });
    if (random.uniform() < 0.6) model.observe(visitor, { at: at + 2 * minute, kind: 'buy', items: ['tea'] });
  }
  model.endSessions(Number.POSITIVE_INFINITY);
  return model;
}
