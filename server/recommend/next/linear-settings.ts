/** A distance, or a time, over which nothing counts less: a number that JSON knows. */
export const forever = Number.MAX_VALUE;

/** How the sparse linear model weighs what it is fitted to. */
export interface LinearSettings {
  /** Added to the diagonal: how much evidence a weight needs. */
  ridge: number;
  /** Share of "in one session together" against "later in the session" (SLIST's alpha). */
  together: number;
  /** Steps in which the weight of an earlier item falls by e, and that of a later one. */
  earlier: number;
  later: number;
  /** Sessions, in units of their time, in which the weight of an old session falls by half; `forever` for none. */
  halfLife: number;
  /** Strongest sources that are solved for one target. */
  sources: number;
  /** Whether an item may speak for itself: people go back in sessions, and never in baskets. */
  self: boolean;
}
