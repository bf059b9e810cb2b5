import { type CandidateSettings, type Candidates, candidatesFrom, featureNames, firstWeights } from './candidates.ts';
import { fitRanker, type Lessons, newRanker } from './fit-ranker.ts';
import type { LinearSettings } from './linear-settings.ts';
import { fitLinear } from './local-linear.ts';
import { mostCandidates, type NextItemModel } from './next-item.ts';
import { randomFrom } from './random.ts';
import type { Ranker } from './ranker.ts';
import { indexOf } from './session-index.ts';
import { type Sessions, sessionCount, someSessions, timeOf } from './sessions.ts';

export interface FitOptions {
  /** The same seed and sessions give the same model. */
  seed: number;
  /** Questions of the newest sessions that the ranker learns from. */
  lessons: number;
  /** Sessions are sequences in which people go back; baskets are sets. */
  kind: 'sessions' | 'baskets';
}

const defaults: FitOptions = { seed: 1, lessons: 16_000, kind: 'sessions' };
/** Targets that an item's row in the linear model holds. */
const room = 64;
/** Share of the sessions, the newest, that the settings and the ranker are chosen on. */
const validation = 0.1;
/** With fewer questions than this nothing can be chosen, and the defaults stand. */
const fewest = 200;
const hiddenUnits = 12;

/**
 * Fits the whole model to a shop's own sessions: components on all but the newest tenth, settings and ranker on that tenth, then
 * the components again on everything. Yields what it is doing and the share that is done, every few milliseconds at most.
 */
export function* fitNextItem(train: Sessions, options: Partial<FitOptions> = {}): Generator<string, NextItemModel> {
  const { seed, lessons, kind } = { ...defaults, ...options };
  const count = sessionCount(train);
  const cut = count - Math.floor(count * validation);
  const linearSettings = linearDefaults(kind);
  const known = someSessions(train, 0, cut);
  const newest = someSessions(train, cut, count);
  const index = indexOf(known);
  const linear = yield* named('fitting what came before', fitLinear(index, linearSettings, room));
  const settings = settingsFor(train, kind);
  const questions = kind === 'sessions' ? sessionQuestions(newest) : basketQuestions(newest, seed);
  const taught = yield* teach(candidatesFrom(index, linear, settings, mostCandidates), questions, lessons);
  const start = newRanker(firstWeights, hiddenUnits, seed);
  const ranker = taught.answers.length < fewest ? start : yield* fitting(fitRanker(taught, start, seed));
  const all = indexOf(train);
  return {
    index: all,
    linear: yield* named('fitting all', fitLinear(all, linearSettings, room)),
    linearSettings,
    settings,
    ranker,
  };
}

function linearDefaults(kind: FitOptions['kind']): LinearSettings {
  const shape = { earlier: 1, later: 1, halfLife: Number.POSITIVE_INFINITY };
  return kind === 'sessions'
    ? { ...shape, ridge: 15, together: 0.5, sources: 64, self: true }
    : { ...shape, ridge: 30, together: 1, sources: 128, self: false };
}

function settingsFor(train: Sessions, kind: FitOptions['kind']): CandidateSettings {
  const last = sessionCount(train) - 1;
  const halfLife = 0.5 * Math.max(1, last < 0 ? 1 : timeOf(train, last) - timeOf(train, 0));
  const everywhere = Number.POSITIVE_INFINITY;
  return kind === 'sessions'
    ? {
        near: { nearest: 300, places: 2, length: 0.3, halfLife, steps: 4, before: 1, rarity: 3 },
        ...{ sample: 1000, anchors: 10, places: 4, again: true },
      }
    : {
        near: { nearest: 300, places: everywhere, length: 0.5, halfLife, steps: everywhere, before: 1, rarity: 0.3 },
        ...{ sample: 1000, anchors: 31, places: everywhere, again: false },
      };
}

/** What is shown, when, and what it was that came. */
interface Question {
  shown: Int32Array;
  time: number;
  answer: number;
}

function sessionQuestions(newest: Sessions): { count: number; ask(number: number): Question } {
  const places: [session: number, length: number][] = [];
  for (let session = 0; session < sessionCount(newest); session++) {
    const length = (newest.starts[session + 1] ?? 0) - (newest.starts[session] ?? 0);
    for (let shown = 1; shown < length; shown++) places.push([session, shown]);
  }
  return {
    count: places.length,
    ask: (number) => {
      const [session = 0, shown = 0] = places[number] ?? [];
      const start = newest.starts[session] ?? 0;
      return {
        shown: newest.items.subarray(start, start + shown),
        time: timeOf(newest, session),
        answer: newest.items[start + shown] ?? -1,
      };
    },
  };
}

/** Of each basket every item is hidden once, behind the rest (a cart) and behind one other (a product's page). */
function basketQuestions(newest: Sessions, seed: number): { count: number; ask(number: number): Question } {
  const places: [basket: number, hidden: number][] = [];
  for (let basket = 0; basket < sessionCount(newest); basket++) {
    const length = (newest.starts[basket + 1] ?? 0) - (newest.starts[basket] ?? 0);
    for (let hidden = 0; hidden < length && length > 1; hidden++) places.push([basket, hidden]);
  }
  const random = randomFrom(seed);
  return {
    count: places.length,
    ask: (number) => {
      const [basket = 0, hidden = 0] = places[number] ?? [];
      const items = newest.items.subarray(newest.starts[basket], newest.starts[basket + 1]);
      const answer = items[hidden] ?? -1;
      const rest = items.filter((item) => item !== answer);
      const shown = number % 3 === 0 ? Int32Array.of(rest[Math.floor(random() * rest.length)] ?? -1) : rest;
      return { shown, time: timeOf(newest, basket), answer };
    },
  };
}

/** Asks evenly, and keeps the questions whose answer is among the candidates. */
function* teach(
  candidates: Candidates,
  { count, ask }: { count: number; ask(number: number): Question },
  most: number,
): Generator<string, Lessons> {
  const inputs = featureNames.length;
  const asked = Math.min(count, most);
  const lessons: Lessons = { inputs, starts: [0], answers: [], features: new Float32Array(1 << 16) };
  for (let place = 0; place < asked; place++) {
    const { shown, time, answer } = ask(Math.floor((place * count) / asked));
    const found = candidates.find(shown, shown.length, time);
    const right = candidates.items.subarray(0, found).indexOf(answer);
    if (right >= 0) addLesson(lessons, candidates.features.subarray(0, found * inputs), right);
    if (place % 16 === 0) yield `learning to rank: ${Math.round((100 * place) / asked)} %`;
  }
  return lessons;
}

function addLesson(lessons: Lessons, features: Float64Array, answer: number): void {
  const from = (lessons.starts.at(-1) ?? 0) * lessons.inputs;
  const end = from + features.length;
  if (end > lessons.features.length) {
    const larger = new Float32Array(Math.max(end, lessons.features.length * 2));
    larger.set(lessons.features);
    lessons.features = larger;
  }
  lessons.features.set(features, from);
  lessons.starts.push(end / lessons.inputs);
  lessons.answers.push(answer);
}

function* named<Result>(name: string, work: Generator<number, Result>): Generator<string, Result> {
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield `${name}: ${Math.round(100 * step.value)} %`;
  return step.value;
}

function* fitting(work: Generator<void, Ranker>): Generator<string, Ranker> {
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield 'fitting the ranker';
  return step.value;
}
