import { askEdgeForm, edgeFormOf } from '../../server/recommend/next/edge-form.ts';
import { fitNextItem } from '../../server/recommend/next/fit-next-item.ts';
import { refreshing } from '../../server/recommend/next/local-linear.ts';
import { askNextItem } from '../../server/recommend/next/next-item.ts';
import type { Recommender } from '../../server/recommend/next/recommender.ts';
import { type Sessions, sessionCount, someSessions } from '../../server/recommend/next/sessions.ts';
import { fitVmisKnn } from '../../server/recommend/peers/vmis-knn.ts';
import { madeSessions } from '../recommend/made-sessions.ts';
import { percentile } from './percentile.ts';
import { benchShelves } from './shelves.ts';

const shop = { items: 100_000, seed: 11, more: 3 };
const asked = 4_000;
const rounds = 5;
const streamed = 20_000;

/**
 * A made-up shop of 100,000 items and a million sessions, or fewer: what an answer of the model costs, beside VMIS-kNN asked the same in
 * turns; what the whole fit costs and the longest that it holds the thread; and what learning and refreshing cost.
 */
export function benchRecommend(progress: (line: string) => void, sessions: number) {
  progress('making sessions');
  const all = madeSessions({ ...shop, sessions });
  const count = sessionCount(all);
  const train = someSessions(all, 0, count - streamed);
  const newest = someSessions(all, count - streamed, count);
  const beforeFit = process.cpuUsage();
  const fitting = fitNextItem(train);
  const steps: number[] = [];
  let step = fitting.next();
  for (let said = 0; step.done !== true; step = timed(() => fitting.next(), steps)) {
    if (performance.now() - said < 2_000) continue;
    said = performance.now();
    progress(step.value);
  }
  const fitSeconds = seconds(beforeFit);
  const model = step.value;
  const ours = askNextItem(model);
  const peer = fitVmisKnn(train);
  const beforeEdge = performance.now();
  const edgeForm = edgeFormOf(model.linear);
  const edgeMade = performance.now() - beforeEdge;
  const edge = timed(() => askEdgeForm(edgeForm));
  const questions = { questions: questionsIn(newest), now: sessions };
  const times = { ours: bestTimes(), vmis: bestTimes(), edge: bestTimes() };
  for (let round = 0; round < rounds; round++) {
    progress(`asking, round ${round + 1}`);
    ask(ours, questions, times.ours);
    ask(peer, questions, times.vmis);
    ask(edge.result, questions, times.edge);
  }
  const beforeRefresh = process.cpuUsage();
  const refresh = refreshing(model.linear, model.index, model.linearSettings);
  const refreshes: number[] = [];
  for (let turn = 0; turn < 1_000; turn++) {
    const solving = refresh(newest.items[newest.starts[turn * 7] ?? 0] ?? 0);
    while (timed(() => solving.next(), refreshes).done !== true);
  }
  const refreshMs = (seconds(beforeRefresh) * 1_000) / 1_000;
  const modelMb = ours.bytes() / 2 ** 20;
  const beforeLearn = process.cpuUsage();
  for (let session = 0; session < streamed; session++)
    ours.learn?.(newest.items.subarray(newest.starts[session], newest.starts[session + 1]), count + session);
  const learnSeconds = seconds(beforeLearn);
  const events = (newest.starts[streamed] ?? 0) - (newest.starts[0] ?? 0);
  return {
    ...{ items: shop.items, sessions: sessionCount(train), events: train.starts.at(-1) ?? 0 },
    ...{ fitSeconds, modelMb: round(modelMb) },
    unit: 'microseconds a prediction, best of five; milliseconds for pauses and refreshes',
    ours: figures(times.ours),
    vmis: figures(times.vmis),
    edge: {
      ...figures(times.edge),
      mb: round(edgeForm.byteLength / 2 ** 20),
      makeMs: round(edgeMade),
      openMs: round(edge.took),
    },
    ratio: round(figures(times.ours).p50 / figures(times.vmis).p50),
    fitStep: pauses(steps),
    refresh: { meanCpu: round(refreshMs), step: pauses(refreshes) },
    learnUsPerEvent: round((learnSeconds * 1e6) / events),
    shelves: benchShelves(model, train, progress),
  };
}

interface Question {
  session: Int32Array;
  length: number;
}

interface Questions {
  questions: readonly Question[];
  /** Number of the session to come. */
  now: number;
}

function questionsIn({ items, starts }: Sessions): Question[] {
  const questions: Question[] = [];
  for (let session = 0; questions.length < asked && session + 1 < starts.length; session++) {
    const one = items.subarray(starts[session], starts[session + 1]);
    if (one.length > 1) questions.push({ session: one, length: 1 + (session % (one.length - 1)) });
  }
  return questions;
}

function bestTimes(): Float64Array {
  return new Float64Array(asked).fill(Number.POSITIVE_INFINITY);
}

/** The best of the rounds for each question: what else the machine does is not the model's. */
function ask(recommender: Recommender, { questions, now }: Questions, best: Float64Array): void {
  const out = new Int32Array(20);
  for (const [place, { session, length }] of questions.entries()) {
    const before = performance.now();
    recommender.rank(session, length, now, out);
    best[place] = Math.min(best[place] ?? 0, (performance.now() - before) * 1_000);
  }
}

function timed<Result>(work: () => Result): { result: Result; took: number };
function timed<Result>(work: () => Result, into: number[]): Result;
function timed<Result>(work: () => Result, into?: number[]) {
  const before = performance.now();
  const result = work();
  const took = performance.now() - before;
  into?.push(took);
  return into ? result : { result, took };
}

function figures(times: Float64Array) {
  return { p50: round(percentile(times, 0.5)), p99: round(percentile(times, 0.99)), max: round(percentile(times, 1)) };
}

function pauses(times: readonly number[]) {
  const values = Float64Array.from(times);
  return {
    p50: round(percentile(values, 0.5)),
    p999: round(percentile(values, 0.999)),
    max: round(percentile(values, 1)),
  };
}

function seconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return round((user + system) / 1e6);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
