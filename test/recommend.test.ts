import { expect, test } from 'vitest';
import { nextItemMethods } from '../server/recommend/evaluation/methods.ts';
import { evaluateNextItem } from '../server/recommend/evaluation/next-item.ts';
import type { Recommender } from '../server/recommend/next/recommender.ts';
import { type Sessions, sessionCount, someSessions } from '../server/recommend/next/sessions.ts';
import { madeSessions } from './recommend/made-sessions.ts';

const protocol = { k: 20, minPrefix: 1, streaming: false };

test('ours finds the next item more often, and earlier, than each peer, and more when finished sessions count', () => {
  const all = madeSessions({ items: 800, sessions: 6_000, seed: 7, more: 3 });
  const cut = Math.floor(sessionCount(all) * 0.9);
  const [train, newest] = [someSessions(all, 0, cut), someSessions(all, cut, sessionCount(all))];
  const ours = fitted('ours', train);
  const frozen = measure(ours, train, newest, protocol);
  const peers = Object.keys(nextItemMethods).filter((name) => !['ours', 'narrow', 'edge'].includes(name));
  expect(peers.length).toBeGreaterThan(8);
  for (const name of peers) {
    const figures = measure(fitted(name, train), train, newest, protocol);
    expect.soft(frozen.hr, name).toBeGreaterThan(figures.hr);
    expect.soft(frozen.mrr, name).toBeGreaterThan(figures.mrr);
  }
  expect(measure(ours, train, newest, { ...protocol, streaming: true }).hr).toBeGreaterThan(frozen.hr);
}, 120_000);

test('the same sessions and seed give the same figures', () => {
  const all = madeSessions({ items: 200, sessions: 1_500, seed: 3, more: 2 });
  const [train, newest] = [someSessions(all, 0, 1_200), someSessions(all, 1_200, 1_500)];
  const timeless = () => {
    const { p50us, p99us, ...figures } = measure(fitted('ours', train), train, newest, protocol);
    return figures;
  };
  expect(timeless()).toEqual(timeless());
});

function fitted(name: string, train: Sessions): Recommender {
  const method = nextItemMethods[name];
  if (!method) throw new RangeError(name);
  return toEnd(method(train));
}

function measure(recommender: Recommender, train: Sessions, newest: Sessions, asked: typeof protocol) {
  return toEnd(evaluateNextItem(recommender, train, newest, asked, () => 0));
}

function toEnd<Result>(work: Generator<unknown, Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
