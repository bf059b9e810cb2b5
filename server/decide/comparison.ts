import { placeOf } from '../hash.ts';
import type { Instead } from '../log/receipt.ts';

/** Of how many visitors a shelf is kept away, so that what it brings can be told from what would have been bought anyway. */
export interface Comparison {
  /** Whole percent of the visitors, 0 to `largestShare`; 0 compares nothing. */
  share: number;
  /** What they see in the shelf's place. */
  instead: Instead;
}

export const insteads = ['own', 'popular'] as const satisfies readonly Instead[];

export const largestShare = 20;

/** A new shop compares nothing until its owner says so: nobody is to miss a shelf by surprise. */
export const noComparison: Comparison = { share: 0, instead: 'own' };

export interface Drawn {
  /** `only`: nothing is compared here. */
  arm: 'only' | 'shelf' | 'without';
  /** The chance with which this arm was drawn. */
  propensity: number;
  instead?: Instead;
}

export const notDrawn: Drawn = { arm: 'only', propensity: 1 };

/**
 * The same for a name and slot for ever, and apart for each slot. Whoever is without a shelf at a share is without it at every
 * larger one: a merchant who changes the share moves as few people as can be.
 */
export function drawArm(name: string, slot: string, { share, instead }: Comparison): Drawn {
  if (share <= 0) return notDrawn;
  const isWithout = placeOf(`${slot}\n${name}`) * 100 < share;
  return { arm: isWithout ? 'without' : 'shelf', propensity: (isWithout ? share : 100 - share) / 100, instead };
}
