import { z } from 'zod';

/** How far back to go, and where to go on. */
export const asked = {
  days: z.number().int().min(1).max(90),
  /** As the part before said; the empty text for the first. */
  after: z.string().max(200).default(''),
};
