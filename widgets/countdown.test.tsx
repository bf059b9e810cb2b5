// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Countdown } from './countdown.tsx';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const words = { ends: 'Ends on 24 December at 18:00', lasts: 'Ends in', days: 'd' };

async function draw(left: string, waited = '') {
  render(<Countdown {...words} left={left} waited={waited} />, document.body);
  await vi.advanceTimersByTimeAsync(0);
}

const clock = () => document.querySelector('[role=timer]');

test('the clock says what is left, and to whoever listens the moment alone', async () => {
  await draw(String(2 * 86_400 + 3 * 3_600 + 4 * 60 + 5));
  expect(clock()?.textContent).toBe('Ends in 2 d 03:04:05');
  await vi.advanceTimersByTimeAsync(6_000);
  expect(clock()?.textContent).toBe('Ends in 2 d 03:03:59');
  expect(clock()?.getAttribute('aria-label')).toBe('Ends on 24 December at 18:00');
});

test('what had to wait to be shown ends no later', async () => {
  await draw('90', '30.5');
  expect(clock()?.textContent).toBe('Ends in 00:01:00');
});

test('at the end it says so, once, and a moment that is past at once', async () => {
  const over = vi.fn();
  document.body.addEventListener('vitrina-over', over);
  await draw('2');
  await vi.advanceTimersByTimeAsync(1_900);
  expect(over).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(over).toHaveBeenCalledTimes(1);
  render(null, document.body);
  await draw('5', '9');
  expect(over).toHaveBeenCalledTimes(2);
});

test('nothing moves for whoever wants none of that, but it ends all the same', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  const over = vi.fn();
  document.body.addEventListener('vitrina-over', over);
  await draw('3');
  expect(clock()?.textContent).toBe('Ends on 24 December at 18:00');
  await vi.advanceTimersByTimeAsync(4_000);
  expect(over).toHaveBeenCalled();
});
