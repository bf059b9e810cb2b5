import type { LinearSettings } from './linear-settings.ts';
import { emptyWeights, fitLinear, type LinearWeights } from './local-linear.ts';
import type { Questions } from './questions.ts';
import { randomFrom } from './random.ts';
import { addScore, clearScores, emptyScores, scoreOf } from './scores.ts';
import type { SessionIndex } from './session-index.ts';

/** Answers that are looked for, and questions that look for them: a sample says which settings are better. */
const mostTargets = 400;
const mostQuestions = 2_000;
/** By how much another setting must be better: a sample has its luck. */
const margin = 0.01;

/**
 * The settings under which the linear model ranks the newest answers best, one setting after the other from the given ones: each
 * try solves a sample of the targets only, and ranks an answer among those. Yields what it does.
 */
export function* chooseLinear(
  index: SessionIndex,
  questions: Questions,
  start: LinearSettings,
  { room, overlaps, seed, pullOf }: { room: number; overlaps: number; seed: number; pullOf: (back: number) => number },
): Generator<string, LinearSettings> {
  const targets = sampleOf(questions, seed);
  const sampled = new Uint8Array(index.itemCount);
  for (const target of targets) sampled[target] = 1;
  const asked = yield* askedIn(questions, sampled);
  const first = index.times[0] ?? 0;
  const last = index.times[(index.sessions - 1) & (index.times.length - 1)] ?? 0;
  let best = start;
  if (asked.length === 0) return best;
  const into = yield* emptied(index.itemCount, room);
  let quality = -1;
  for (const name of ['ridge', 'halfLife', 'together'] as const) {
    for (const value of triesOf(name, start, Math.max(1, last - first))) {
      const settings = { ...best, [name]: value };
      const isKnown = quality >= 0 && best[name] === value;
      if (isKnown) continue;
      const fitting = fitLinear(index, settings, room, { only: targets, overlaps, into });
      let step = fitting.next();
      for (; step.done !== true; step = fitting.next()) yield `choosing ${name}: ${value}`;
      const reached = yield* qualityOf(step.value, asked, questions, sampled, pullOf);
      if (quality < 0 || reached > quality * (1 + margin)) [best, quality] = [settings, reached];
      yield `choosing ${name}`;
    }
  }
  return best;
}

function* emptied(itemCount: number, room: number): Generator<string, LinearWeights> {
  const emptying = emptyWeights(itemCount, room);
  let step = emptying.next();
  for (; step.done !== true; step = emptying.next()) yield 'choosing';
  return step.value;
}

function triesOf(name: 'ridge' | 'halfLife' | 'together', start: LinearSettings, span: number): number[] {
  switch (name) {
    case 'ridge':
      return [start.ridge, start.ridge / 3, start.ridge * 3];
    case 'halfLife':
      return [start.halfLife, span * 0.6, span * 0.3, span * 0.15];
    case 'together':
      // Baskets have no order to weigh against.
      return start.self ? [start.together, 0.25, 0.75] : [];
    default:
      return name satisfies never;
  }
}

function sampleOf({ count, answerTo }: Questions, seed: number): Int32Array {
  const random = randomFrom(seed);
  const found = new Set<number>();
  for (let turn = 0; turn < 4 * mostTargets && found.size < mostTargets; turn++) {
    const answer = answerTo(Math.floor(random() * count));
    if (answer >= 0) found.add(answer);
  }
  return Int32Array.from(found).sort();
}

function* askedIn({ count, answerTo }: Questions, sampled: Uint8Array): Generator<string, number[]> {
  const asked: number[] = [];
  for (let question = 0; question < count; question++) {
    if (sampled[answerTo(question)] === 1) asked.push(question);
    if (question % 16_384 === 16_383) yield 'choosing';
  }
  const step = Math.max(1, asked.length / mostQuestions);
  return Array.from(
    { length: Math.min(asked.length, mostQuestions) },
    (_, place) => asked[Math.floor(place * step)] ?? 0,
  );
}

/** Mean of one over the answer's rank among the sampled targets. */
function* qualityOf(
  { room, targets, weights, sizes }: LinearWeights,
  asked: readonly number[],
  { ask }: Questions,
  sampled: Uint8Array,
  pullOf: (back: number) => number,
): Generator<string, number> {
  const scores = emptyScores(sizes.length);
  let sum = 0;
  for (const [place, question] of asked.entries()) {
    if (place % 64 === 63) yield 'comparing';
    const { shown, answer } = ask(question);
    clearScores(scores);
    for (let at = Math.max(0, shown.length - 200); at < shown.length; at++) {
      const source = shown[at] ?? -1;
      if (source < 0 || source >= sizes.length || shown.indexOf(source, at + 1) >= 0) continue;
      const pull = pullOf(shown.length - 1 - at);
      for (let slot = source * room; slot < source * room + (sizes[source] ?? 0); slot++)
        addScore(scores, targets[slot] ?? 0, pull * (weights[slot] ?? 0));
    }
    const reached = scoreOf(scores, answer);
    if (reached <= 0) continue;
    let rank = 1;
    for (let place = 0; place < scores.size; place++) {
      const other = scores.items[place] ?? 0;
      if (sampled[other] === 1 && other !== answer && (scores.of[place] ?? 0) >= reached) rank++;
    }
    sum += 1 / rank;
  }
  return sum / asked.length;
}
