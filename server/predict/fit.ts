import { type BgNbd, logLikelihood as logOfRepeats, type Repeats } from './bg-nbd.ts';
import { drawsAround } from './curvature.ts';
import { type GammaGamma, logLikelihood as logOfSpending, type Spending } from './gamma-gamma.ts';
import { minimise } from './minimise.ts';
import { chance } from './random.ts';

/** A model as it was fitted, and other values of its parameters that the same data would allow as well. */
export interface Fitted<Model> {
  best: Model;
  draws: Model[];
}

/**
 * How far the data of other shops speaks where a shop has little of its own: a normal penalty on the logarithms of the parameters, so
 * wide that a few hundred customers outweigh it. `none` is plain maximum likelihood.
 */
export type Prior = 'published' | 'none';

/** CDNOW's, of the two papers; weeks, and amounts as shares of a shop's average order. */
const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, p: 6.25, q: 3.74, v: (3.74 - 1) / 6.25 };
/** Of each logarithm: a factor of three either way is nothing special, and shops' rhythms differ most of all. */
const wide = 1;
const widest = 1.5;
const drawCount = 100;

/** The customers' rhythm, by maximum likelihood. */
export function* fitBgNbd(customers: readonly Repeats[], prior: Prior): Generator<void, Fitted<BgNbd>> {
  const { r, alpha, a, b } = published;
  const logs = [r, alpha, a, b].map(Math.log);
  const model = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbd => ({
    r: Math.exp(r),
    alpha: Math.exp(alpha),
    a: Math.exp(a),
    b: Math.exp(b),
  });
  const misfit = misfitOf(customers, (at) => {
    const here = model(at);
    return (customer) => logOfRepeats(here, customer);
  });
  return yield* fitted(misfit, model, { logs, widths: [wide, widest, wide, wide], prior });
}

/** What orders are worth, by maximum likelihood, of customers with an order that was worth something. `unit`: the shop's average order. */
export function* fitGammaGamma(
  customers: readonly Spending[],
  unit: number,
  prior: Prior,
): Generator<void, Fitted<GammaGamma>> {
  const { p, q, v } = published;
  const logs = [Math.log(p), Math.log(q - 1), Math.log(v)];
  const scaled = customers.map(({ count, mean }) => ({ count, mean: mean / unit }));
  // Below q = 1 there is no average order to expect.
  const model = ([p = 0, q = 0, v = 0]: readonly number[]): GammaGamma => ({
    p: Math.exp(p),
    q: 1 + Math.exp(q),
    v: Math.exp(v),
  });
  const misfit = misfitOf(scaled, (at) => {
    const here = model(at);
    return (customer) => logOfSpending(here, customer);
  });
  const inUnits = ({ p, q, v }: GammaGamma) => ({ p, q, v: v * unit });
  return yield* fitted(misfit, (at) => inUnits(model(at)), { logs, widths: [wide, wide, wide], prior });
}

/** Beyond this (e^10, 22,000) a parameter is as good as endless: identical purchases would send it there. */
const farthest = 10;

/** The negative logarithm of the likelihood; steeply rising beyond the bounds, so that it is finite everywhere. */
function misfitOf<Customer>(
  customers: readonly Customer[],
  likelihoodAt: (at: readonly number[]) => (customer: Customer) => number,
) {
  return (at: readonly number[]): number => {
    const inside = at.map((value) => Math.max(-farthest, Math.min(farthest, value)));
    const likelihood = likelihoodAt(inside);
    let sum = at.reduce((excess, value, place) => excess + 1e3 * (value - (inside[place] ?? 0)) ** 2, 0);
    for (const customer of customers) sum -= likelihood(customer);
    return sum;
  };
}

function* fitted<Model>(
  misfit: (at: readonly number[]) => number,
  model: (at: readonly number[]) => Model,
  { logs, widths, prior }: { logs: readonly number[]; widths: readonly number[]; prior: Prior },
): Generator<void, Fitted<Model>> {
  const weight = prior === 'none' ? 0 : 0.5;
  const whole = (at: readonly number[]) =>
    at.reduce(
      (sum, value, place) => sum + weight * ((value - (logs[place] ?? 0)) / (widths[place] ?? 1)) ** 2,
      misfit(at),
    );
  const best = yield* minimise(whole, logs);
  const draws = drawsAround(whole, best, { random: chance(drawCount), count: drawCount });
  return { best: model(best), draws: draws.map(model) };
}
