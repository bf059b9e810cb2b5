import { randomFrom } from './random.ts';
import { type Ranker, rankerSize, scoreCandidates } from './ranker.ts';

/** Questions whose answer is known: candidates with their features, and which of them it was. */
export interface Lessons {
  inputs: number;
  /** Place of the right one among the question's candidates. */
  answers: number[];
  /** Of each question, those of its candidates one after the other. */
  features: Float32Array[];
}

const rate = 0.005;
const batch = 32;
const decay = 1e-4;
/** Share of the lessons, the newest, on which the epochs are compared. */
const heldBack = 0.2;
const mostEpochs = 12;
/** Of few lessons an epoch goes through all more than once: what is taken in so few steps is hardly another ranker. */
const fewestSteps = 100;
const patience = 2;

/**
 * Fits by the logarithm of the right candidate's share among all (softmax; the conditional logit of McFadden 1974) with Adam
 * (Kingma and Ba 2015). The epoch that does best on the newest lessons stands. The same seed gives the same ranker.
 */
export function* fitRanker(lessons: Lessons, start: Ranker, seed: number): Generator<void, Ranker> {
  const { inputs, hidden } = start;
  const count = lessons.answers.length;
  const taught = count - Math.floor(count * heldBack);
  const order = Int32Array.from({ length: taught }, (_, place) => place);
  const random = randomFrom(seed);
  const weights = start.weights.slice();
  const current: Ranker = { inputs, hidden, weights };
  const gradient = new Float64Array(weights.length);
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  const ranker = { ...current, weights: weights.slice() };
  let best = yield* lossOf(lessons, current, taught, count);
  let worse = 0;
  let steps = 0;
  for (let epoch = 0; epoch < mostEpochs && worse <= patience && taught > 0; epoch++) {
    for (let step = 0, from = 0; step < fewestSteps || from > 0; step++) {
      if (from === 0) shuffle(order, random);
      const to = Math.min(taught, from + batch);
      gradient.fill(0);
      for (let place = from; place < to; place++) addGradient(lessons, order[place] ?? 0, current, gradient);
      steps++;
      const pace = (rate * 0.7 ** epoch * Math.sqrt(1 - 0.999 ** steps)) / (1 - 0.9 ** steps);
      for (let at = 0; at < weights.length; at++) {
        const slope = (gradient[at] ?? 0) / (to - from) + decay * (weights[at] ?? 0);
        mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
        square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
        weights[at] = (weights[at] ?? 0) - (pace * (mean[at] ?? 0)) / (Math.sqrt(square[at] ?? 0) + 1e-8);
      }
      from = to === taught ? 0 : to;
      yield;
    }
    const loss = yield* lossOf(lessons, current, taught, count);
    if (loss < best) {
      best = loss;
      worse = 0;
      ranker.weights.set(weights);
    } else worse++;
  }
  return ranker;
}

/** A ranker that follows the given linear weights, with hidden units that say nothing yet. */
export function newRanker(linear: readonly number[], hidden: number, seed: number): Ranker {
  const inputs = linear.length;
  const random = randomFrom(seed);
  const weights = new Float64Array(rankerSize(inputs, hidden));
  weights.set(linear);
  for (let at = inputs + 2 * hidden; at < weights.length; at++) weights[at] = (random() * 2 - 1) / Math.sqrt(inputs);
  return { inputs, hidden, weights };
}

const nothing = new Float32Array(0);
let features = new Float64Array(0);
let scores = new Float64Array(0);

/** Reads a question's features and turns its scores into shares; returns how many candidates it has. */
function shares(lessons: Lessons, question: number, ranker: Ranker): number {
  const { inputs } = lessons;
  const known = lessons.features[question] ?? nothing;
  const count = known.length / inputs;
  if (scores.length < count) scores = new Float64Array(count);
  if (features.length < known.length) features = new Float64Array(known.length);
  for (let at = 0; at < known.length; at++) features[at] = known[at] ?? 0;
  scoreCandidates(ranker, features, count, scores);
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at++) most = Math.max(most, scores[at] ?? 0);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    scores[at] = Math.exp((scores[at] ?? 0) - most);
    sum += scores[at] ?? 0;
  }
  for (let at = 0; at < count; at++) scores[at] = (scores[at] ?? 0) / sum;
  return count;
}

function* lossOf(lessons: Lessons, ranker: Ranker, from: number, to: number): Generator<void, number> {
  let sum = 0;
  for (let question = from; question < to; question++) {
    shares(lessons, question, ranker);
    sum -= Math.log(Math.max(1e-12, scores[lessons.answers[question] ?? 0] ?? 0));
    if (question % batch === 0) yield;
  }
  return sum / Math.max(1, to - from);
}

function addGradient(lessons: Lessons, question: number, ranker: Ranker, gradient: Float64Array): void {
  const { inputs, hidden, weights } = ranker;
  const count = shares(lessons, question, ranker);
  const answer = lessons.answers[question] ?? 0;
  const [v, b, w] = [inputs, inputs + hidden, inputs + 2 * hidden];
  for (let candidate = 0; candidate < count; candidate++) {
    const error = (scores[candidate] ?? 0) - (candidate === answer ? 1 : 0);
    // What moves nothing is most of the candidates, once the ranker knows something.
    if (Math.abs(error) < 1e-4) continue;
    const x = candidate * inputs;
    for (let input = 0; input < inputs; input++)
      gradient[input] = (gradient[input] ?? 0) + error * (features[x + input] ?? 0);
    for (let unit = 0; unit < hidden; unit++) {
      const row = w + unit * inputs;
      let sum = weights[b + unit] ?? 0;
      for (let input = 0; input < inputs; input++) sum += (weights[row + input] ?? 0) * (features[x + input] ?? 0);
      if (sum <= 0) continue;
      gradient[v + unit] = (gradient[v + unit] ?? 0) + error * sum;
      const pull = error * (weights[v + unit] ?? 0);
      gradient[b + unit] = (gradient[b + unit] ?? 0) + pull;
      for (let input = 0; input < inputs; input++)
        gradient[row + input] = (gradient[row + input] ?? 0) + pull * (features[x + input] ?? 0);
    }
  }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let place = order.length - 1; place > 0; place--) {
    const other = Math.floor(random() * (place + 1));
    const item = order[place] ?? 0;
    order[place] = order[other] ?? 0;
    order[other] = item;
  }
}
