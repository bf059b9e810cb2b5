import { difference, fewestActive, fewestVisitors, isEnough, together } from '../experiments/always-valid.ts';
import { type Estimate, plainEstimate } from '../experiments/estimate.ts';
import type { Outcome } from '../experiments/outcome.ts';
import { visitorsNeeded } from '../experiments/power.ts';

/** What a visitor with the shelf brings beyond one without it. */
export type Difference =
  | {
      isKnown: true;
      mean: number;
      /** 95 %, or what was asked for, at all looks together. */
      low: number;
      high: number;
      /** Always-valid: see `difference`. */
      p: number;
      /** With so many more visitors of both arms a tenth more or less would be found; null where it would be already, or never. */
      tenthNeeds: number | null;
    }
  /** So many more visitors of both arms, and `days` more, at the pace so far, until enough have come; null where that cannot be told. */
  | { isKnown: false; visitors: number | null; days: number | null };

interface Means {
  /** The chance that the interval ever misses the truth. */
  error?: number;
  /** The means to compare, where they are not the plain ones. */
  arm?: Estimate;
  base?: Estimate;
}

/** Holds at every look, since a merchant looks every day. `days`: of how many days these arms are. */
export function compareArms(
  shelf: Outcome,
  without: Outcome,
  days: number,
  { error = 0.05, arm = plainEstimate(shelf), base = plainEstimate(without) }: Means = {},
): Difference {
  const share = Math.min(shareOf(shelf), shareOf(without));
  if (!isEnough(shelf) || !isEnough(without)) return missing(share, shelf.visitors + without.visitors, days);
  const { count, spread } = together(arm, base);
  const more = visitorsNeeded(base.mean / 10, spread, error) - count;
  const tenthNeeds = Number.isFinite(more) && more > 0 ? more : null;
  return { isKnown: true, ...difference(arm, base, error), tenthNeeds };
}

function missing(share: number, visitors: number, days: number): Difference {
  const more = (of: number) => (share > 0 ? Math.max(1, Math.ceil(of / share - of)) : null);
  return { isKnown: false, visitors: more(visitors), days: more(days) };
}

/** Which part of those who must have come has come. */
function shareOf({ visitors, active }: Outcome): number {
  return Math.min(visitors / fewestVisitors, active / fewestActive);
}
