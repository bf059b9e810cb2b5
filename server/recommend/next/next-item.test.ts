import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askEdgeForm, edgeFormOf } from './edge-form.ts';
import { fitNextItem } from './fit-next-item.ts';
import { forever } from './linear-settings.ts';
import { fitLinear, type LinearWeights, refreshing } from './local-linear.ts';
import { mergeNextItem } from './merge-next-item.ts';
import { askNextItem, type NextItemModel } from './next-item.ts';
import type { Recommender } from './recommender.ts';
import { addSession, indexOf } from './session-index.ts';
import { type Sessions, sessionsOf } from './sessions.ts';

const itemCount = 7;
const item = fc.integer({ min: 0, max: itemCount - 1 });
const rows = fc.array(fc.array(item, { minLength: 1, maxLength: 6 }), { maxLength: 30 });
const prefixes = [[0], [1, 2], [3, 3, 3], [-1], [-1, 4], [6, 5, 4, 3, 2, 1, 0]];
const linearSettings = {
  ...{ ridge: 5, together: 0.5, earlier: 1, later: 1, halfLife: forever, sources: 64, self: true },
};

test.each([
  ['no session', []],
  ['one session of one item', [[0]]],
  ['one session', [[0, 1, 2]]],
  ['one item again and again', Array.from({ length: 300 }, () => [3, 3, 3, 3])],
  ['the same session always', Array.from({ length: 300 }, () => [0, 1, 2])],
  ['visitors of one click', Array.from({ length: 300 }, (_, at) => [at % itemCount])],
  ['a session that is longer than all else', [Array.from({ length: 3_000 }, (_, at) => at % itemCount), [0, 1]]],
])('%s gives an answer without a number that is none', (_, sessions) => {
  for (const kind of ['sessions', 'baskets'] as const) {
    const model = toEnd(fitNextItem(sessionsOf(sessions, itemCount), { kind }));
    expect(model.ranker.weights.every(Number.isFinite)).toBe(true);
    expect(model.linear.weights.every(Number.isFinite)).toBe(true);
    for (const prefix of prefixes) {
      const found = answer(askNextItem(model), prefix);
      expect(new Set(found).size).toBe(found.length);
      expect(found.every((one) => one >= 0 && one < itemCount)).toBe(true);
    }
  }
});

test('of a shop that has seen only clicks, what is clicked most is the answer', () => {
  const model = toEnd(fitNextItem(sessionsOf([[2], [2], [2], [5], [5], [1]], itemCount)));
  expect(answer(askNextItem(model), [-1])).toEqual([2, 5, 1]);
});

test('a session is in the answer that follows it, and its new items are, too', () => {
  const model = toEnd(fitNextItem(sessionsOf([[0, 1]], itemCount)));
  const asking = askNextItem(model);
  asking.learn?.(Int32Array.of(4, 12), 2);
  expect(answer(asking, [4])).toContain(12);
  expect(answer(asking, [12])).toContain(4);
});

test('the model of two shards is the model of one log', () => {
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.boolean()), (all, sides) => {
      const shards: [number[][], number[][]] = [[], []];
      const times: [number[], number[]] = [[], []];
      for (const [at, row] of all.entries()) {
        const side = sides.next().value ? 0 : 1;
        shards[side].push(row);
        times[side].push(at);
      }
      const modelOf = (sessions: Sessions): NextItemModel => ({
        ...toEnd(fitNextItem(sessionsOf([], itemCount))),
        index: indexOf(sessions),
        linear: linearOf(sessions),
        linearSettings,
      });
      const whole = modelOf(sessionsOf(all, itemCount, [...all.keys()]));
      const [one, other] = shards.map((shard, side) => modelOf(sessionsOf(shard, itemCount, times[side])));
      if (!one || !other) throw new RangeError('two shards');
      const merged = toEnd(mergeNextItem(one, other));
      expect(rowsOf(merged.linear)).toEqual(rowsOf(whole.linear));
      for (const prefix of prefixes)
        expect(answer(askNextItem(merged), prefix)).toEqual(answer(askNextItem(whole), prefix));
    }),
    { numRuns: 50 },
  );
});

test('items that are solved again one by one, after sessions that came later, have the weights of a fit of all', () => {
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const index = indexOf(sessionsOf(before, itemCount));
      const weights = toEnd(fitLinear(index, linearSettings, 64));
      for (const [at, row] of after.entries()) addSession(index, row, before.length + at);
      const refresh = refreshing(weights, index, linearSettings);
      for (let one = 0; one < itemCount; one++) toEnd(refresh(one));
      expect(rowsOf(weights)).toEqual(rowsOf(linearOf(sessionsOf([...before, ...after], itemCount))));
    }),
  );
});

test('the edge form says what the weights say, within one of 255 steps of each row', () => {
  fc.assert(
    fc.property(rows, item, (all, asked) => {
      const linear = linearOf(sessionsOf(all, itemCount));
      const row = rowsOf(linear)[asked]?.filter(([, weight]) => weight > 0) ?? [];
      const most = Math.max(0, ...row.map(([, weight]) => weight));
      const found = answer(askEdgeForm(edgeFormOf(linear, 8)), [asked]);
      const weightOf = (one: number) => row.find(([target]) => target === one)?.[1] ?? 0;
      for (const [place, one] of found.entries()) {
        const next = found[place + 1];
        if (next !== undefined) expect(weightOf(one)).toBeGreaterThanOrEqual(weightOf(next) - most / 255);
      }
      const loud = row.filter(([, weight]) => weight > most / 255).map(([target]) => target);
      expect(found).toEqual(expect.arrayContaining(loud));
    }),
  );
});

function linearOf(sessions: Sessions): LinearWeights {
  return toEnd(fitLinear(indexOf(sessions), linearSettings, 64));
}

/** Weights by source, in the order of their targets, to nine places. */
function rowsOf({ room, targets, weights, sizes }: LinearWeights): [target: number, weight: number][][] {
  return Array.from(sizes, (size, source) =>
    Array.from({ length: size }, (_, slot): [number, number] => {
      const at = source * room + slot;
      return [targets[at] ?? 0, Math.round((weights[at] ?? 0) * 1e6) / 1e6];
    }).sort(([a], [b]) => a - b),
  );
}

function answer(recommender: Recommender, prefix: readonly number[]): number[] {
  const out = new Int32Array(20);
  const found = recommender.rank(Int32Array.from(prefix), prefix.length, 1_000, out);
  return [...out.subarray(0, found)];
}

function toEnd<Result>(work: Generator<unknown, Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
