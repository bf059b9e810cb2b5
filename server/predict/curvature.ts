import type { Chance } from './random.ts';

/**
 * Draws from the normal distribution that a likelihood has around its best point (Laplace's approximation): how sure the parameters
 * are. `f` is the negative log likelihood; the draws are in its own coordinates.
 */
export function drawsAround(
  f: (at: readonly number[]) => number,
  best: readonly number[],
  { random, count }: { random: Chance; count: number },
): number[][] {
  const factor = cholesky(hessian(f, best));
  return Array.from({ length: count }, () => {
    const z = best.map(() => random.normal());
    // Solving L' x = z gives x the covariance (L L')^-1.
    const x = [...z];
    for (let row = best.length - 1; row >= 0; row--) {
      let sum = z[row] ?? 0;
      for (let below = row + 1; below < best.length; below++) sum -= (factor[below]?.[row] ?? 0) * (x[below] ?? 0);
      x[row] = sum / (factor[row]?.[row] ?? 1);
    }
    return best.map((value, place) => value + Math.max(-most, Math.min(most, x[place] ?? 0)));
  });
}

/** Farther than this (a factor of twenty) no curvature at the top says anything. */
const most = 3;
const step = 1e-3;

function hessian(f: (at: readonly number[]) => number, best: readonly number[]): number[][] {
  const at = (...moves: [number, number][]) =>
    f(best.map((value, place) => moves.reduce((sum, [which, by]) => (which === place ? sum + by * step : sum), value)));
  return best.map((_, i) =>
    best.map((_, j) => {
      const [a, b, c, d] = [at([i, 1], [j, 1]), at([i, 1], [j, -1]), at([i, -1], [j, 1]), at([i, -1], [j, -1])];
      return (a - b - c + d) / (4 * step * step);
    }),
  );
}

/** The lower factor of a matrix that should be positive; what is flat there is taken as hardly known. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const factor: number[][] = matrix.map((row) => row.map(() => 0));
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let sum = row[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (factor[i]?.[k] ?? 0) * (factor[j]?.[k] ?? 0);
      const own = factor[i];
      if (!own) continue;
      if (i === j) own[j] = Math.sqrt(Number.isFinite(sum) ? Math.max(sum, flattest) : flattest);
      else own[j] = sum / (factor[j]?.[j] ?? 1);
    }
  });
  return factor;
}

const flattest = 0.1;
