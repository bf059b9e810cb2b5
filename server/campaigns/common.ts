/** What holds for all campaigns together. */
export interface Common {
  /** Percent of all people who see no campaign at all, so that what all of them bring together is known. */
  holdout: number;
  /** Attention that may be spent of one person in 24 hours; see `price`. */
  budget: number;
}

/** A popup and a bar a day, or two slide-ins. */
export const usualCommon: Common = { holdout: 5, budget: 4 };
