import { studentQuantile } from './student.ts';

/** What the visitors of one arm brought together: amounts in minor units of one currency. */
export interface Arm {
  visitors: number;
  /** Who bought something. */
  buyers: number;
  revenue: number;
  /** The sum of the squares of what each visitor brought. */
  squares: number;
}

/** What a visitor with the shelf brings beyond one without it, in minor units. */
export type Difference =
  | { isKnown: true; mean: number; low: number; high: number }
  /** So many more visitors of both arms, and `days` more, at the pace so far, until enough have come; null where that cannot be told. */
  | { isKnown: false; visitors: number | null; days: number | null };

/** Revenue is skewed, and few buy: with fewer in an arm its mean is not yet near a normal distribution. */
const fewestVisitors = 100;
const fewestBuyers = 25;

/**
 * The difference of two means with its 95 % interval, where the arms vary differently (B. L. Welch, "The generalization of
 * 'Student's' problem when several different population variances are involved", Biometrika 1947; degrees of freedom by Satterthwaite,
 * 1946). `days`: of how many days these arms are.
 */
export function compareArms(shelf: Arm, without: Arm, days: number): Difference {
  const share = Math.min(shareOf(shelf), shareOf(without));
  if (share < 1) return missing(share, shelf.visitors + without.visitors, days);
  const [a, b] = [varianceOfMean(shelf), varianceOfMean(without)];
  const mean = shelf.revenue / shelf.visitors - without.revenue / without.visitors;
  if (a + b === 0) return { isKnown: true, mean, low: mean, high: mean };
  const freedom = (a + b) ** 2 / (a ** 2 / (shelf.visitors - 1) + b ** 2 / (without.visitors - 1));
  const reach = studentQuantile(freedom) * Math.sqrt(a + b);
  return { isKnown: true, mean, low: mean - reach, high: mean + reach };
}

function missing(share: number, visitors: number, days: number): Difference {
  const more = (of: number) => (share > 0 ? Math.max(1, Math.ceil(of / share - of)) : null);
  return { isKnown: false, visitors: more(visitors), days: more(days) };
}

/** Which part of those who must have come has come. */
function shareOf({ visitors, buyers }: Arm): number {
  return Math.min(visitors / fewestVisitors, buyers / fewestBuyers);
}

function varianceOfMean({ visitors, revenue, squares }: Arm): number {
  // Rounding may make it negative where all brought the same.
  return Math.max(0, squares - revenue ** 2 / visitors) / (visitors - 1) / visitors;
}
