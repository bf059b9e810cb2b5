import { compareArms, type Difference } from '../earnings/compare-arms.ts';
import { adjustedEstimates } from '../experiments/estimate.ts';
import type { Outcome } from '../experiments/outcome.ts';
import { corrected } from '../experiments/several-arms.ts';
import type { Measure } from './verdict.ts';

/** What one of an arm brings beyond one of the base. `luck`: the p-value, corrected for all that is compared. */
export type Against = Difference & { luck: number };

interface Sums {
  arm: string;
  outcomes: Record<Measure, Outcome>;
}

export const measures = ['goal', 'revenue'] as const satisfies readonly Measure[];

/** The chance that any of the intervals of an experiment ever misses the truth. */
const error = 0.05;

/**
 * Each arm against the base, by each measure, with what people did before taken out. Intervals are as wide as all of them together need to hold
 * (Bonferroni), p-values corrected by Holm: he finds no less. `days`: of how many days these arms are.
 */
export function againstBase(all: readonly Sums[], base: string, days: number): Map<string, Record<Measure, Against>> {
  const others = all.filter(({ arm }) => arm !== base);
  const goal = differences(all, base, 'goal', days);
  const revenue = differences(all, base, 'revenue', days);
  const lucks = corrected([...goal, ...revenue].map((found) => (found.isKnown ? found.p : 1)));
  const with_ = (found: Difference | undefined, place: number): Against => ({
    ...(found ?? { isKnown: false, visitors: null, days: null }),
    luck: lucks[place] ?? 1,
  });
  return new Map(
    others.map(({ arm }, place) => [
      arm,
      { goal: with_(goal[place], place), revenue: with_(revenue[place], goal.length + place) },
    ]),
  );
}

function differences(all: readonly Sums[], base: string, measure: Measure, days: number): Difference[] {
  const { arms: means } = adjustedEstimates(all.map(({ outcomes }) => outcomes[measure]));
  const place = all.findIndex(({ arm }) => arm === base);
  const [from, mean] = [all[place], means[place]];
  if (!from || !mean) return [];
  const each = error / (2 * (all.length - 1));
  return all.flatMap(({ outcomes }, other) => {
    const arm = means[other];
    if (other === place || !arm) return [];
    return [compareArms(outcomes[measure], from.outcomes[measure], days, { error: each, arm, base: mean })];
  });
}
