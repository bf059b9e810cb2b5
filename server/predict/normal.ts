/** The share of a standard normal distribution above z, to 1e-7 of itself (Numerical Recipes' erfcc, its error is relative, so far tails hold). */
export function tail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const series =
    -1.26551223 +
    t *
      (1.00002368 +
        t *
          (0.37409196 +
            t *
              (0.09678418 +
                t *
                  (-0.18628806 +
                    t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))))))));
  const above = 0.5 * t * Math.exp(-x * x + series);
  return z >= 0 ? above : 1 - above;
}

/** How far above z a standard normal value is on average, given that it is above: the inverse Mills ratio. */
export function meanAbove(z: number): number {
  // Beyond this the density and the tail are too small to be divided; the ratio's own series is good to 1e-4 there.
  if (z > 25) return z + 1 / z;
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI) / tail(z);
}
