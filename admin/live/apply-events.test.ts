import { expect, test } from 'vitest';
import type { LiveEvent, LiveVisitor } from '../../server/live/live-event.ts';
import { applyEvents, type Scene } from './apply-events.ts';

const event = (id: string, at: number, visitor = 'a'): LiveEvent => ({
  id,
  at,
  visitor,
  who: null,
  name: 'page_view',
  path: `/${id}`,
  title: null,
  country: null,
  company: null,
  browser: null,
  device: null,
  items: [],
  value: null,
  simulated: false,
});
const { items, value, ...here } = event('0', 0);
const visitor: LiveVisitor = { ...here, cart: { pieces: 2, value: { amount: 510, currency: 'GBP' } } };
const scene: Scene = { visitors: [visitor], events: [event('0', 0)], perMinute: [4, 1] };

test('a new event stands on top, counts in the minute that runs, and moves its visitor', () => {
  const after = applyEvents(scene, [event('1', 10)]);
  expect(after.events.map(({ id }) => id)).toEqual(['1', '0']);
  expect(after.perMinute).toEqual([4, 2]);
  expect(after.visitors[0]).toMatchObject({ path: '/1', at: 10 });
});

test('the cart stays until the next snapshot', () => {
  expect(applyEvents(scene, [event('1', 10)]).visitors[0]?.cart.pieces).toBe(2);
});

test('someone new comes first, with an empty cart', () => {
  const after = applyEvents(scene, [event('1', 10, 'b')]);
  expect(after.visitors.map(({ visitor }) => visitor)).toEqual(['b', 'a']);
  expect(after.visitors[0]?.cart).toEqual({ pieces: 0, value: null });
});

test('an event that is known already changes nothing, told twice it counts once', () => {
  expect(applyEvents(scene, [event('0', 0)])).toBe(scene);
  expect(applyEvents(scene, [event('1', 10), event('1', 10)]).perMinute).toEqual([4, 2]);
});

test('a late event does not take its visitor back', () => {
  const moved = applyEvents(scene, [event('2', 20)]);
  expect(applyEvents(moved, [event('1', 10)]).visitors[0]?.path).toBe('/2');
});

test('fifty events are enough', () => {
  const many = Array.from({ length: 80 }, (_, place) => event(`n${place}`, 100 + place));
  const { events } = applyEvents(scene, many);
  expect(events).toHaveLength(50);
  expect(events[0]?.id).toBe('n79');
});
