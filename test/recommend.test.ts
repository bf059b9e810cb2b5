import { expect, test } from 'vitest';
import { nextItemMethods } from '../server/recommend/evaluation/methods.ts';
import { evaluateNextItem } from '../server/recommend/evaluation/next-item.ts';
import { type Sessions, sessionCount, someSessions } from '../server/recommend/next/sessions.ts';
import { madeSessions } from './recommend/made-sessions.ts';

const protocol = { k: 20, minPrefix: 1, streaming: false };

test('ours finds the next item more often, and earlier, than each peer', () => {
  const all = madeSessions({ items: 800, sessions: 6_000, seed: 7, more: 3 });
  const cut = Math.floor(sessionCount(all) * 0.9);
  const [train, newest] = [someSessions(all, 0, cut), someSessions(all, cut, sessionCount(all))];
  const { ours, ...peers } = Object.fromEntries(
    Object.keys(nextItemMethods).map((name) => [name, measure(name, train, newest, protocol)]),
  );
  expect(Object.keys(peers).length).toBeGreaterThan(8);
  for (const [name, figures] of Object.entries(peers)) {
    expect.soft(ours?.hr, name).toBeGreaterThan(figures.hr);
    expect.soft(ours?.mrr, name).toBeGreaterThan(figures.mrr);
  }
  const streaming = measure('ours', train, newest, { ...protocol, streaming: true });
  expect(streaming.hr).toBeGreaterThan(ours?.hr ?? 1);
});

test('the same sessions and seed give the same figures', () => {
  const all = madeSessions({ items: 200, sessions: 1_500, seed: 3, more: 2 });
  const [train, newest] = [someSessions(all, 0, 1_200), someSessions(all, 1_200, 1_500)];
  const timeless = () => {
    const { p50us, p99us, ...figures } = measure('ours', train, newest, protocol);
    return figures;
  };
  expect(timeless()).toEqual(timeless());
});

function measure(name: string, train: Sessions, newest: Sessions, asked: typeof protocol) {
  const method = nextItemMethods[name];
  if (!method) throw new RangeError(name);
  const recommender = toEnd(method(train));
  return toEnd(evaluateNextItem(recommender, train, newest, asked, () => 0));
}

function toEnd<Result>(work: Generator<unknown, Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
