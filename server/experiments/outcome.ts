/**
 * What the visitors of one arm did, as sums: enough for every figure, and the sums of two days or machines add up to those of both.
 * `y` is the outcome of a visitor (0 or 1, or money in minor units), `x` the same visitor's outcome before the experiment (0 for
 * whoever was not there).
 */
export interface Outcome {
  visitors: number;
  y: number;
  yy: number;
  x: number;
  xx: number;
  xy: number;
  /** Visitors whose `y` is not 0. */
  active: number;
}

export const nothing: Readonly<Outcome> = { visitors: 0, y: 0, yy: 0, x: 0, xx: 0, xy: 0, active: 0 };

/** Adds one visitor, in place. */
export function note(sums: Outcome, y: number, x = 0, weight = 1): void {
  sums.visitors += weight;
  sums.y += weight * y;
  sums.yy += weight * y * y;
  sums.x += weight * x;
  sums.xx += weight * x * x;
  sums.xy += weight * x * y;
  if (y !== 0) sums.active += weight;
}

export function together(a: Outcome, b: Outcome): Outcome {
  return {
    visitors: a.visitors + b.visitors,
    y: a.y + b.y,
    yy: a.yy + b.yy,
    x: a.x + b.x,
    xx: a.xx + b.xx,
    xy: a.xy + b.xy,
    active: a.active + b.active,
  };
}
