import type { Outcome } from './outcome.ts';

/** The mean of an arm, and the variance of one visitor's outcome about it. */
export interface Estimate {
  visitors: number;
  mean: number;
  variance: number;
}

/** 0 visitors or one have no variance: NaN. */
export function plainEstimate({ visitors, y, yy }: Outcome): Estimate {
  return { visitors, mean: y / visitors, variance: spread(y, yy, visitors) };
}

/** What arms and what was before have to do with each other. */
export interface Adjusted {
  arms: Estimate[];
  /** Correlation of a visitor's outcome with that before, within the arms: of the variance, its square is taken away. */
  correlation: number;
}

/**
 * Takes out of each arm's mean what its visitors would have done anyway, by what they did before (CUPED: Deng, Xu, Kohavi and Walker,
 * "Improving the sensitivity of online controlled experiments by utilizing pre-experiment data", WSDM 2013, equations 4 to 6). One
 * slope for all arms, of the covariances within them; the means that remain are those of visitors as usual before. Where nothing was
 * before, these are the plain estimates.
 */
export function adjustedEstimates(arms: readonly Outcome[]): Adjusted {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  let all = 0;
  let before = 0;
  for (const arm of arms) {
    if (arm.visitors === 0) continue;
    all += arm.visitors;
    before += arm.x;
    xx += arm.xx - arm.x ** 2 / arm.visitors;
    xy += arm.xy - (arm.x * arm.y) / arm.visitors;
    yy += arm.yy - arm.y ** 2 / arm.visitors;
  }
  // What rounding leaves of sums that are equal is no spread.
  if (xx <= 1e-9 * before ** 2) return { arms: arms.map(plainEstimate), correlation: 0 };
  const slope = xy / xx;
  const usual = before / all;
  return {
    arms: arms.map((arm) => {
      const { visitors, mean, variance } = plainEstimate(arm);
      const covariance = (arm.xy - (arm.x * arm.y) / visitors) / (visitors - 1);
      const left = variance - 2 * slope * covariance + slope ** 2 * spread(arm.x, arm.xx, visitors);
      return { visitors, mean: mean - slope * (arm.x / visitors - usual), variance: Math.max(0, left) };
    }),
    correlation: yy > 0 ? xy / Math.sqrt(xx * yy) : 0,
  };
}

function spread(sum: number, squares: number, count: number): number {
  // Rounding may make it negative where all are the same.
  return Math.max(0, squares - sum ** 2 / count) / (count - 1);
}
