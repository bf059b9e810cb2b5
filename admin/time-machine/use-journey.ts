import { useEffect, useRef, useState } from 'preact/hooks';
import type { Part } from '../../server/time-machine/go-through.ts';
import { type Problem, problemFrom } from '../api/problem.ts';

export interface Journey<Draft, Person> {
  /** Null until it is asked for the first time. */
  of: { draft: Draft; days: number } | null;
  people: Person[];
  /** There are more people than are gone through. */
  isCut: boolean;
  isRunning: boolean;
  problem: Problem | null;
}

/** Asks for some people's last days; `after` as the part before said. */
export type AskPast<Draft, Person> = (draft: Draft, days: number, after: string) => Promise<Part<Person>>;

/** People who are gone through at most: a minute or two of waiting. */
const wanted = 5_000;

/** Goes through the last days with a draft, some people at a time; what was asked before is dropped. */
export function useJourney<Draft, Person>(ask: AskPast<Draft, Person>) {
  type Now = Journey<Draft, Person>;
  const [journey, setJourney] = useState<Now>({ of: null, people: [], isCut: false, isRunning: false, problem: null });
  const turn = useRef(0);
  const stop = () => {
    turn.current++;
    setJourney((before) => ({ ...before, isRunning: false, isCut: true }));
  };
  useEffect(() => () => void turn.current++, []);

  async function run(draft: Draft, days: number): Promise<void> {
    const mine = ++turn.current;
    let found: Now = { of: { draft, days }, people: [], isCut: false, isRunning: true, problem: null };
    setJourney(found);
    try {
      for (let after: string | null = ''; after !== null; ) {
        const part: Part<Person> = await ask(draft, days, after);
        if (mine !== turn.current) return;
        after = part.next;
        const people = [...found.people, ...part.people];
        found = { ...found, people, isCut: after !== null && people.length >= wanted };
        if (found.isCut) break;
        setJourney(found);
      }
      setJourney({ ...found, isRunning: false });
    } catch (thrown) {
      if (mine === turn.current) setJourney({ ...found, isRunning: false, problem: problemFrom(thrown) });
    }
  }

  return { journey, start: (draft: Draft, days: number) => void run(draft, days), stop };
}
