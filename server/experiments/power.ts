import { halfWidth } from './always-valid.ts';

/** Four of five experiments with the difference that was asked for find it. */
const quantile = 0.841_621_234;
const most = 1e10;

/**
 * How many visitors of both arms together it takes until the always-valid interval excludes 0 with a chance of 80 % where the arms
 * truly differ by `effect`. `spread`: see `together`. Infinity where no shop has so many.
 */
export function visitorsNeeded(effect: number, spread: number, error: number): number {
  if (spread === 0) return 0;
  const finds = (count: number) =>
    Math.abs(effect) >= Math.sqrt(spread) * (halfWidth(count, error) + quantile / Math.sqrt(count));
  if (!finds(most)) return Number.POSITIVE_INFINITY;
  let [few, enough] = [1, most];
  while (enough - few > 1 && enough / few > 1.001) {
    const middle = Math.round(Math.sqrt(few * enough));
    if (finds(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}

/** The least difference that so many visitors find with a chance of 80 %. */
export function effectFound(count: number, spread: number, error: number): number {
  return Math.sqrt(spread) * (halfWidth(count, error) + quantile / Math.sqrt(count));
}
