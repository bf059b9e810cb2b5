import { logGamma } from './log-gamma.ts';

/** A source of chance that its seed repeats: the same customer gets the same interval at each look. */
export interface Chance {
  /** In (0, 1). */
  uniform(): number;
  normal(): number;
  /** Of shape k and rate 1. */
  gamma(shape: number): number;
  beta(a: number, b: number): number;
  poisson(mean: number): number;
  /** How many trials up to and with the first success; may be Infinity. */
  geometric(success: number): number;
}

/** xorshift by George Marsaglia (2003), with his gamma of 2000 and Hörmann's Poisson of 1993. */
export function chance(seed: number): Chance {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ 0x27d4eb2f) >>> 0 || 1;
  const uniform = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number): number => {
    if (!(shape > 0)) throw new RangeError(`gamma of shape ${shape}`);
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const poisson = (mean: number): number => {
    if (!(mean >= 0)) throw new RangeError(`poisson of mean ${mean}`);
    if (mean > 1e12) return mean;
    if (mean < 10) {
      let count = 0;
      for (let left = Math.exp(-mean), product = uniform(); product > left; product *= uniform()) count++;
      return count;
    }
    // Hörmann's transformed rejection, PTRS.
    const slack = Math.sqrt(mean);
    const b = 0.931 + 2.53 * slack;
    const a = -0.059 + 0.02483 * b;
    const inverse = 1.1239 + 1.1328 / (b - 3.4);
    const edge = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
      const u = uniform() - 0.5;
      const v = uniform();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= edge) return k;
      if (k < 0 || (us < 0.013 && v > us)) continue;
      const height = Math.log(v) + Math.log(inverse) - Math.log(a / (us * us) + b);
      if (height <= -mean + k * Math.log(mean) - logGamma(k + 1)) return k;
    }
  };
  return {
    uniform,
    normal,
    gamma,
    beta: (a, b) => {
      const x = gamma(a);
      const y = gamma(b);
      return x + y === 0 ? a / (a + b) : x / (x + y);
    },
    poisson,
    geometric: (success) => Math.max(1, Math.ceil(Math.log(uniform()) / Math.log1p(-success))),
  };
}

/** A seed of a text (FNV-1a, 32 bits). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return hash >>> 0;
}
