import { matches, type RuleBook } from '../matches.ts';
import type { Rule } from '../rule.ts';
import { toText } from '../to-text.ts';
import { type Candidate, candidatesOf, type Person } from './candidates.ts';
import { shareBetween } from './share-between.ts';

/** Who is known to be meant, and a sample of everybody else, of whom nobody has said whether they are. */
export interface Task {
  examples: readonly Person[];
  others: readonly Person[];
  /** ms since 1970. */
  now: number;
  /** Answers that were worked out before, by condition and person. */
  known: Map<string, Uint8Array>;
}

const most = 4;
const width = 12;
/** Of recall: two conditions that cut as much off everyone are told apart by whom of the examples they keep. */
const power = 4;
/** A condition that fewer of the examples have is not what they have in common. */
const leastShare = 0.8;
/** How often chance alone may bring a condition in, over all that are tried. */
const believed = 0.05;
const none: RuleBook = new Map();

interface Found {
  parts: readonly Tried[];
  examples: number;
  others: number;
  /** Which of them are left. */
  left: { examples: Uint8Array; others: Uint8Array };
}

interface Tried extends Candidate {
  text: string;
  examples: Uint8Array;
  others: Uint8Array;
}

/**
 * A rule of a few conditions that holds of the examples and of few others; null where nothing tells them apart. Whoever is no
 * example is not taken for a counter-example: rules are ranked by a power of recall over the share of everyone. Squared (Lee
 * and Liu, ICML 2003) that orders them as precision times recall would if all were known; whom the merchant has shown counts
 * for more here, and of recall the lower end of what so few examples say. A condition joins only where so many examples would not have it by chance: the binomial tail against those in the rule
 * so far, times the conditions tried, below 1 in 20. The same task has the same answer.
 */
export function* learn(task: Task): Generator<void, Rule | null> {
  const tried: Tried[] = [];
  const candidates = candidatesOf(task.examples, task.now);
  for (const candidate of candidates) {
    yield;
    const examples = answers(candidate.rule, task.examples, task);
    if (sum(examples) < leastShare * task.examples.length) continue;
    const text = toText(candidate.rule, 'XXX');
    const others = task.known.get(text) ?? answers(candidate.rule, task.others, task);
    task.known.set(text, others);
    // What holds of everyone tells nothing.
    if (sum(others) < task.others.length) tried.push({ ...candidate, text, examples, others });
  }
  const everyone: Found = {
    parts: [],
    examples: task.examples.length,
    others: task.others.length,
    left: {
      examples: new Uint8Array(task.examples.length).fill(1),
      others: new Uint8Array(task.others.length).fill(1),
    },
  };
  let best: Found | null = null;
  let beam: Found[] = [everyone];
  for (let length = 1; length <= most; length++) {
    const next = new Map<string, Found>();
    for (const found of beam)
      for (const part of tried) {
        if (found.parts.some(({ kind }) => kind === part.kind)) continue;
        const longer = joined(found, part);
        if (longer.others === found.others || longer.examples < leastShare * task.examples.length) continue;
        if (
          byChance(longer.examples, found.examples, (longer.others + 1) / (found.others + 2)) * candidates.length >
          believed
        )
          continue;
        next.set(
          longer.parts
            .map(({ text }) => text)
            .sort()
            .join(' and '),
          longer,
        );
      }
    yield;
    beam = [...next.values()].sort((a, b) => better(a, b, task)).slice(0, width);
    const [first] = beam;
    if (!first) break;
    if (!best || worth(first, task) > worth(best, task) + 1e-9) best = first;
  }
  if (!best) return null;
  const rules: Rule[] = best.parts.map(({ rule }) => rule);
  const [only] = rules;
  return rules.length === 1 && only ? only : { all: rules };
}

/** Of each of these people whether the rule holds. */
export function answers(rule: Rule, people: readonly Person[], { now }: Pick<Task, 'now'>): Uint8Array {
  return Uint8Array.from(people, ({ subject }) => (matches(rule, subject, now, none) ? 1 : 0));
}

function joined(found: Found, part: Tried): Found {
  const examples = found.left.examples.map((is, place) => is & (part.examples[place] ?? 0));
  const others = found.left.others.map((is, place) => is & (part.others[place] ?? 0));
  return { parts: [...found.parts, part], examples: sum(examples), others: sum(others), left: { examples, others } };
}

/** The logarithm of a power of recall over the share of everyone, who are one more than were seen. */
function worth({ examples, others }: Found, task: Task): number {
  const recall = shareBetween(examples, task.examples.length).low;
  return power * Math.log(recall) - Math.log((others + 1) / (task.others.length + 2));
}

/** The more telling, then the shorter, then by its letters. */
function better(a: Found, b: Found, task: Task): number {
  const difference = worth(b, task) - worth(a, task);
  if (Math.abs(difference) > 1e-9) return difference;
  const text = ({ parts }: Found) => parts.map((part) => part.text).join(' and ');
  return a.parts.length - b.parts.length || (text(a) < text(b) ? -1 : 1);
}

/** The chance that so many of `all` have what a share of people have. */
function byChance(some: number, all: number, share: number): number {
  let term = share ** all;
  let tail = 0;
  for (let count = all; count >= some; count--) {
    tail += term;
    term *= (count / (all - count + 1)) * ((1 - share) / share);
  }
  return Math.min(1, tail);
}

function sum(bits: Uint8Array): number {
  let count = 0;
  for (const bit of bits) count += bit;
  return count;
}
