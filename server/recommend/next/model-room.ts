import { defaultLimits, type IndexLimits } from './session-index.ts';

/** How much memory a shop's model may take: what is kept of its sessions, and what a fit needs. */
export interface ModelRoom {
  limits: IndexLimits;
  /** Questions that the ranker learns from, of at most 6 KB each. */
  lessons: number;
  /** Bytes of the rows of one linear model; and of the overlaps that are remembered while it is solved, which saves counting. */
  linear: number;
  overlaps: number;
}

export const roomy: ModelRoom = {
  limits: defaultLimits,
  lessons: 16_000,
  linear: Number.POSITIVE_INFINITY,
  overlaps: Number.POSITIVE_INFINITY,
};

/** For an isolate of 128 MB, in which the shop's catalogue and its visitors are, too: the newest sessions, and shorter rows. */
export const narrow: ModelRoom = {
  limits: { sessions: 2 ** 17, items: 2 ** 19, listed: 1_024 },
  lessons: 1_500,
  linear: 5 * 2 ** 20,
  overlaps: 6 * 2 ** 20,
};
