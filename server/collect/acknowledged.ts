import { createRecent } from '../recent.ts';

/**
 * The last batches of each visitor, by the id of their last event, for the cookie that tells the next page what has
 * arrived. In memory only: what is forgotten is sent once more, and the log knows its id.
 */
export interface Acknowledged {
  /** Notes a batch; returns the visitor's last ones, the newest last. */
  note(visitor: string, batch: string): readonly string[];
  forget(visitors: readonly string[]): void;
}

/** As many as a page and the one before it leave behind. */
const each = 8;

export function createAcknowledged(capacity = 10_000): Acknowledged {
  const visitors = createRecent<string[]>(capacity);
  return {
    note: (visitor, batch) => {
      const last = [...(visitors.get(visitor) ?? []).filter((one) => one !== batch), batch].slice(-each);
      visitors.set(visitor, last);
      return last;
    },
    forget: (gone) => {
      for (const visitor of gone) visitors.delete(visitor);
    },
  };
}
