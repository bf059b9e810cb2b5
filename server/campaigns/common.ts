import { z } from 'zod';

/** What holds for all campaigns together. */
export const Common = z.strictObject({
  /** Percent of all people who see no campaign at all, so that what all of them bring together is known. */
  holdout: z.number().int().min(0).max(50),
  /** Attention that may be spent of one person in 24 hours, 0 for none; see `price`. */
  budget: z.number().int().min(0).max(24),
});

export type Common = z.infer<typeof Common>;

/** A popup and a bar a day, or two slide-ins. */
export const usualCommon: Common = { holdout: 5, budget: 4 };
