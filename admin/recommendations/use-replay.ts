import { parseResponse } from 'hono/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Which } from '../../server/shelves/past-decisions.ts';
import type { Replayed } from '../../server/shelves/replay.ts';
import { client } from '../api/client.ts';
import { type Problem, problemFrom } from '../api/problem.ts';
import type { Draft } from './draft.ts';

/** Decisions that a draft is tried on. */
export const wanted = 200;
/** Questions in which they may be looked for: each goes through some thousand events. */
const patience = 50;

export interface Replay {
  /** Null until it is asked for the first time. */
  of: { draft: Draft; which: Which } | null;
  decisions: Replayed[];
  /** Decisions that cannot be made again. */
  passed: number;
  names: Record<string, string>;
  isRunning: boolean;
  problem: Problem | null;
}

const nothing = { decisions: [], passed: 0, names: {}, problem: null };

/** Tries a draft on decisions of the past, some at a time; what was asked before is dropped. */
export function useReplay(): { replay: Replay; start: (draft: Draft, which: Which) => void; stop: () => void } {
  const [replay, setReplay] = useState<Replay>({ ...nothing, of: null, isRunning: false });
  const turn = useRef(0);
  const stop = () => {
    turn.current++;
    setReplay((before) => ({ ...before, isRunning: false }));
  };
  useEffect(() => () => void turn.current++, []);

  async function run(draft: Draft, which: Which): Promise<void> {
    const mine = ++turn.current;
    let found: Replay = { ...nothing, of: { draft, which }, isRunning: true };
    let before: number | null = null;
    setReplay(found);
    // A new recipe is tried before it has a name.
    const recipe = { ...draft, id: draft.id === '' ? 'draft' : draft.id };
    try {
      for (let asked = 0; asked < patience && found.decisions.length < wanted; asked++) {
        const part: Part = await parseResponse(
          client.shelves.recipes.replay.$post({ json: { recipe, which, before } }),
        );
        if (mine !== turn.current) return;
        found = {
          ...found,
          decisions: [...found.decisions, ...part.decisions].slice(0, wanted),
          passed: found.passed + part.passed,
          names: { ...found.names, ...part.names },
        };
        setReplay(found);
        before = part.next;
        if (before === null) break;
      }
      setReplay({ ...found, isRunning: false });
    } catch (thrown) {
      if (mine === turn.current) setReplay({ ...found, isRunning: false, problem: problemFrom(thrown) });
    }
  }

  return { replay, start: (draft, which) => void run(draft, which), stop };
}

type Part = Pick<Replay, 'decisions' | 'passed' | 'names'> & { next: number | null };
