import { z } from 'zod';
import { hashOf } from '../hash.ts';
import { plainText } from '../plain-text.ts';

/** A place beside or in what a page has already, found by a CSS selector: its first match. */
export const Spot = z.strictObject({
  selector: z.string().min(1).max(500).regex(plainText),
  position: z.enum(['before', 'after', 'prepend', 'append']),
});

export type Spot = z.infer<typeof Spot>;

const named = 'at-';

export const isSpot = (slot: string) => slot.startsWith(named);

/** The slot that is there: whoever wants the same spot wants the same place. */
export function slotAt({ selector, position }: Spot): string {
  return `${named}${hashOf(`${position}\n${selector}`).toString(36)}`;
}
