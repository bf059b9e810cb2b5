import { type CandidateSettings, type Candidates, candidatesFrom, featureNames, firstWeights } from './candidates.ts';
import { chooseLinear } from './choose-linear.ts';
import { fitRanker, type Lessons, newRanker } from './fit-ranker.ts';
import { forever, type LinearSettings } from './linear-settings.ts';
import { fitLinear } from './local-linear.ts';
import { type ModelRoom, roomy } from './model-room.ts';
import type { Fitted, NextItemModel } from './next-item.ts';
import { alwaysAmong, findPopular } from './popular-items.ts';
import { basketQuestions, type Questions, sessionQuestions } from './questions.ts';
import type { Ranker } from './ranker.ts';
import { addSessions, emptyIndex, type SessionIndex } from './session-index.ts';
import { itemsIn, type Sessions, sessionCount, someSessions, timeOf } from './sessions.ts';

export interface FitOptions {
  /** The same seed and sessions give the same model. */
  seed: number;
  /** Sessions are sequences in which people go back; baskets are sets. */
  kind: 'sessions' | 'baskets';
  memory: ModelRoom;
}

const defaults: FitOptions = { seed: 1, kind: 'sessions', memory: roomy };
/** Share of the sessions, the newest, that the settings and the ranker are chosen on. */
const validation = 0.1;
/** With fewer questions than this nothing can be chosen, and the defaults stand. */
const fewest = 200;
const fewestLessons = 60;
const hiddenUnits = { sessions: 8, baskets: 16 };

/**
 * Fits the whole model to a shop's own sessions: components on all but the newest tenth, settings and ranker on that tenth, then
 * the components again on everything. Yields what it is doing and the share that is done, every few milliseconds at most.
 */
export function* fitNextItem(train: Sessions, options: Partial<FitOptions> = {}): Generator<string, NextItemModel> {
  const { seed, kind, memory } = { ...defaults, ...options };
  const count = sessionCount(train);
  const cut = count - Math.floor(count * validation);
  const room = roomFor(train.itemCount, memory.linear);
  const newest = someSessions(train, cut, count);
  const index = emptyIndex(train.itemCount, memory.limits, { sessions: count, items: itemsIn(train) });
  yield* named('listing what came before', addSessions(index, someSessions(train, 0, cut)));
  const settings = settingsFor(kind, spanOf(train));
  const questions = yield* saying(
    'reading the newest',
    kind === 'sessions' ? sessionQuestions(newest) : basketQuestions(newest),
  );
  const pullOf = (back: number) => Math.exp(-back / settings.places);
  const start = linearDefaults(kind);
  const linearSettings =
    questions.count < fewest
      ? start
      : yield* chooseLinear(index, questions, start, { room, overlaps: memory.overlaps, seed, pullOf });
  const ranker = yield* learnToRank(index, questions, { linearSettings, settings, room, seed, kind, memory });
  yield* named('listing all', addSessions(index, newest));
  return {
    index,
    linear: yield* named('fitting all', fitLinear(index, linearSettings, room, { overlaps: memory.overlaps })),
    linearSettings,
    settings,
    ranker,
  };
}

interface Chosen extends Pick<FitOptions, 'seed' | 'kind' | 'memory'> {
  linearSettings: LinearSettings;
  settings: CandidateSettings;
  room: number;
}

/** What it needs for that is gone before everything is fitted again. */
function* learnToRank(index: SessionIndex, questions: Questions, chosen: Chosen): Generator<string, Ranker> {
  const { linearSettings, settings, room, seed, kind, memory } = chosen;
  const fittingLinear = fitLinear(index, linearSettings, room, { overlaps: memory.overlaps });
  const linear = yield* named('fitting what came before', fittingLinear);
  const popular = alwaysAmong(yield* saying('looking for what is popular', findPopular(index)));
  const taught = yield* teach(candidatesFrom(index, linear, settings, popular), questions, memory.lessons);
  const untaught = newRanker(firstWeights, hiddenUnits[kind], seed);
  return taught.answers.length < fewestLessons
    ? untaught
    : yield* saying('fitting the ranker', fitRanker(taught, untaught, seed));
}

/** What is asked before the first fit, of a log of about so long (in units of the sessions' time). */
export function unfitted(kind: FitOptions['kind'], span: number, seed = defaults.seed): Fitted {
  return {
    linear: { room: 0, targets: new Int32Array(0), weights: new Float32Array(0), sizes: new Int32Array(0) },
    linearSettings: linearDefaults(kind),
    settings: settingsFor(kind, span),
    ranker: newRanker(firstWeights, hiddenUnits[kind], seed),
  };
}

/** Targets, of 8 bytes each, that an item's row in the linear model holds: a short catalogue can hold more of them. */
function roomFor(itemCount: number, bytes: number): number {
  const items = Math.max(1, itemCount);
  const wanted = Math.min(256, Math.max(64, Math.floor(2 ** 21 / items)));
  return Math.min(wanted, Math.max(4, Math.floor(bytes / 8 / items)));
}

function linearDefaults(kind: FitOptions['kind']): LinearSettings {
  const shape = { earlier: 1, later: 1, halfLife: forever };
  return kind === 'sessions'
    ? { ...shape, ridge: 15, together: 0.5, sources: 64, self: true }
    : { ...shape, ridge: 100, together: 1, sources: 128, self: false };
}

function spanOf(train: Sessions): number {
  const last = sessionCount(train) - 1;
  return last < 0 ? 1 : timeOf(train, last) - timeOf(train, 0);
}

function settingsFor(kind: FitOptions['kind'], span: number): CandidateSettings {
  const halfLife = 0.5 * Math.max(1, span);
  return kind === 'sessions'
    ? {
        near: { nearest: 150, places: 2, length: 0.3, halfLife, steps: 4, before: 1, rarity: 3 },
        ...{ sample: 500, anchors: 10, places: 4, again: true, most: 64 },
      }
    : {
        near: { nearest: 200, places: forever, length: 0.5, halfLife, steps: forever, before: 1, rarity: 0.3 },
        ...{ sample: 600, anchors: 31, places: forever, again: false, most: 100 },
      };
}

/** Asks evenly, and keeps the questions whose answer is among the candidates. */
function* teach(candidates: Candidates, { count, ask }: Questions, most: number): Generator<string, Lessons> {
  const inputs = featureNames.length;
  const asked = Math.min(count, most);
  const lessons: Lessons = { inputs, answers: [], features: [] };
  for (let place = 0; place < asked; place++) {
    const { shown, time, answer } = ask(Math.floor((place * count) / asked));
    const found = candidates.find(shown, shown.length, time);
    const right = candidates.items.subarray(0, found).indexOf(answer);
    if (right >= 0) {
      lessons.answers.push(right);
      lessons.features.push(Float32Array.from(candidates.features.subarray(0, found * inputs)));
    }
    if (place % 8 === 0) yield `learning to rank: ${Math.round((100 * place) / asked)} %`;
  }
  return lessons;
}

function* named<Result>(name: string, work: Generator<number, Result>): Generator<string, Result> {
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield `${name}: ${Math.round(100 * step.value)} %`;
  return step.value;
}

function* saying<Result>(name: string, work: Generator<void, Result>): Generator<string, Result> {
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield name;
  return step.value;
}
