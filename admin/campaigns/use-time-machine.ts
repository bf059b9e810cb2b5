import { parseResponse } from 'hono/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReplayedPerson } from '../../server/campaigns/time-machine.ts';
import { client } from '../api/client.ts';
import { type Problem, problemFrom } from '../api/problem.ts';
import { type Draft, readyOf } from './draft.ts';

export interface Journey {
  /** Null until it is asked for the first time. */
  of: { draft: Draft; days: number } | null;
  people: ReplayedPerson[];
  isRunning: boolean;
  problem: Problem | null;
}

/** People who are gone through at most: a minute or two of waiting. */
const wanted = 5_000;

/** Goes through the last days with a draft, some people at a time; what was asked before is dropped. */
export function useTimeMachine(): { journey: Journey; start: (draft: Draft, days: number) => void; stop: () => void } {
  const [journey, setJourney] = useState<Journey>({ of: null, people: [], isRunning: false, problem: null });
  const turn = useRef(0);
  const stop = () => {
    turn.current++;
    setJourney((before) => ({ ...before, isRunning: false }));
  };
  useEffect(() => () => void turn.current++, []);

  async function run(draft: Draft, days: number): Promise<void> {
    const mine = ++turn.current;
    let found: Journey = { of: { draft, days }, people: [], isRunning: true, problem: null };
    setJourney(found);
    // A new campaign is tried before it has a name.
    const ready = readyOf(draft);
    const campaign = { ...ready, id: draft.id || 'draft', name: ready.name.trim() || '-' };
    try {
      for (let after: string | null = ''; after !== null && found.people.length < wanted; ) {
        const part: Part = await parseResponse(client.campaigns.replay.$post({ json: { campaign, days, after } }));
        if (mine !== turn.current) return;
        found = { ...found, people: [...found.people, ...part.people] };
        setJourney(found);
        after = part.next;
      }
      setJourney({ ...found, isRunning: false });
    } catch (thrown) {
      if (mine === turn.current) setJourney({ ...found, isRunning: false, problem: problemFrom(thrown) });
    }
  }

  return { journey, start: (draft, days) => void run(draft, days), stop };
}

interface Part {
  people: ReplayedPerson[];
  next: string | null;
}
