import { useSignal } from '@preact/signals';
import { parseResponse } from 'hono/client';
import { useEffect, useRef } from 'preact/hooks';
import type { SelfTest } from '../../server/results/self-test.ts';
import { client } from '../api/client.ts';
import { type Problem, problemFrom } from '../api/problem.ts';

export const allSplits = 200;
const each = 10;

export interface SelfTesting {
  isRunning: boolean;
  result: SelfTest | null;
  problem: Problem | null;
}

/** Asks for some splits at a time, so that nothing works for longer than somebody looks. */
export function useSelfTest() {
  const testing = useSignal<SelfTesting>({ isRunning: false, result: null, problem: null });
  const turn = useRef(0);

  async function start(): Promise<void> {
    const mine = ++turn.current;
    const isOver = () => turn.current !== mine;
    let result: SelfTest | null = null;
    testing.value = { isRunning: true, result, problem: null };
    try {
      for (let from = 0; from < allSplits; from += each) {
        const some: SelfTest = await parseResponse(client.results['self-test'].$post({ json: { from, count: each } }));
        if (isOver()) return;
        result = result ? added(result, some) : some;
        testing.value = { isRunning: from + each < allSplits, result, problem: null };
        // Twice too few is too few every time.
        if (result.tooFew === result.splits && result.splits >= 2 * each) break;
      }
      testing.value = { ...testing.value, isRunning: false };
    } catch (thrown) {
      if (!isOver()) testing.value = { isRunning: false, result, problem: problemFrom(thrown) };
    }
  }

  function stop(): void {
    turn.current++;
    testing.value = { ...testing.value, isRunning: false };
  }

  useEffect(() => stop, []);
  return { testing: testing.value, start: () => void start(), stop };
}

function added(sum: SelfTest, { people, buyers, splits, found, tooFew }: SelfTest): SelfTest {
  return {
    ...{ people, buyers, splits: sum.splits + splits },
    ...{ found: sum.found + found, tooFew: sum.tooFew + tooFew },
  };
}
