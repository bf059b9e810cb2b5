import { expect, test } from 'vitest';
import { madeSessions } from '../../test/recommend/made-sessions.ts';
import { fitInSlices } from '../recommend/model/fit-in-slices.ts';
import { fitOnThread } from './fit-on-thread.ts';

const shop = (sessions: number) => madeSessions({ items: 60, sessions, seed: 7, more: 3 });
const script = new URL('../../dist/fit-thread.js', import.meta.url);

test.each(['sessions', 'baskets'] as const)('a thread fits to %s what would have been fitted here', async (kind) => {
  const { signal } = new AbortController();
  const [there, here] = await Promise.all([
    fitOnThread(script)(shop(800), kind, signal),
    fitInSlices()(shop(800), kind, signal),
  ]);
  expect(here).not.toBeNull();
  expect(there).toEqual(here);
});

test('a fit that is stopped ends, as do those that wait for it, and the next one is made', async () => {
  const fitTo = fitOnThread(script);
  const stopping = new AbortController();
  const stopped = [fitTo(shop(50_000), 'sessions', stopping.signal), fitTo(shop(50_000), 'baskets', stopping.signal)];
  const next = fitTo(shop(300), 'sessions', new AbortController().signal);
  stopping.abort();
  expect(await Promise.all(stopped)).toEqual([null, null]);
  expect(await next).not.toBeNull();
});

test('a thread that cannot be started says so', async () => {
  const missing = new URL('./no-such-thread.js', import.meta.url);
  await expect(fitOnThread(missing)(shop(300), 'sessions', new AbortController().signal)).rejects.toThrow();
});
