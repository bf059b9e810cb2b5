import { placeOf } from '../hash.ts';
import type { Campaign } from './campaign.ts';

/** What was drawn for a visitor, and with which chance. */
export interface DrawnVariant {
  /** Null for whoever goes without. */
  variant: string | null;
  propensity: number;
}

/** Percent of all visitors who see no campaign at all, so that what all of them bring together is known. */
export function isHeldOut(name: string, percent: number): boolean {
  return placeOf(`campaigns\n${name}`) * 100 < percent;
}

/**
 * The same for a name and campaign for ever, by any process. `name`: see `drawnBy`. `shares`: of the variants, sum 1. Who goes without is
 * drawn apart from the variants, so that neither changes when the other does; and whoever has seen a variant stays with it.
 */
export function drawVariant(
  { id, holdout, variants }: Pick<Campaign, 'id' | 'holdout'> & { variants: readonly { id: string }[] },
  name: string,
  shares: readonly number[],
  known: string | null,
): DrawnVariant {
  const without = holdout / 100;
  if (placeOf(`${id}\nholdout\n${name}`) < without) return { variant: null, propensity: without };
  const first = variants.findIndex((variant) => variant.id === known);
  const place = first >= 0 ? first : drawn(shares, placeOf(`${id}\nvariant\n${name}`));
  return { variant: variants[place]?.id ?? null, propensity: (1 - without) * (shares[place] ?? 0) };
}

/** Which share a place in 0 to 1 falls into. */
function drawn(shares: readonly number[], at: number): number {
  let end = 0;
  let last = 0;
  for (const [place, share] of shares.entries()) {
    if (share <= 0) continue;
    end += share;
    last = place;
    if (at < end) return place;
  }
  // The sum of the shares may miss 1 by a rounding.
  return last;
}
