import type { Rule } from '../rule.ts';
import type { Person } from './candidates.ts';
import { answers, learn, type Task } from './learn.ts';
import { shareBetween } from './share-between.ts';

/** How a rule does on people whom it was not learnt from. */
export interface HeldOut {
  /** Examples that a rule found which had not seen them. */
  found: number;
  examples: number;
  /** Between what the share of examples found will lie in nine of ten cases. */
  low: number;
  high: number;
  /** Of everybody else: of whom it holds, too. */
  share: number;
}

export interface Learnt {
  rule: Rule | null;
  heldOut: HeldOut;
}

const folds = 5;

/**
 * Learns a rule from all examples, and says what to expect of it: the examples are put aside a fifth at a time, with a fifth of
 * the others, and a rule that is learnt from the rest is asked of them. `progress` hears of each part of the work, from 0 to 1.
 */
export function* learnAndTest(task: Omit<Task, 'known'>, progress: (done: number) => void): Generator<void, Learnt> {
  const parts = Math.min(folds, task.examples.length);
  const rule = yield* learn({ ...task, known: new Map() });
  let found = 0;
  let held = 0;
  let asked = 0;
  for (let fold = 0; fold < parts; fold++) {
    progress((fold + 1) / (parts + 1));
    const aside = <T>(all: readonly T[]) => all.filter((_, place) => place % parts === fold);
    const rest = <T>(all: readonly T[]) => all.filter((_, place) => place % parts !== fold);
    const learnt = yield* learn({
      ...{ examples: rest(task.examples), others: rest(task.others) },
      ...{ now: task.now, known: new Map() },
    });
    const count = (people: readonly Person[]) =>
      learnt ? answers(learnt, people, task).reduce((sum, is) => sum + is, 0) : 0;
    found += count(aside(task.examples));
    held += count(aside(task.others));
    asked += aside(task.others).length;
    yield;
  }
  const examples = task.examples.length;
  return {
    rule,
    heldOut: { found, examples, ...shareBetween(found, examples), share: asked === 0 ? 0 : held / asked },
  };
}
