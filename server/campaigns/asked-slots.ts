/** Which places pages have asked for since this process has begun, so that a campaign is not given a place that no page has. */
export interface AskedSlots {
  hear(slots: Iterable<string>, now: number): void;
  /** Name and when it was asked for last (ms since 1970), the one that was asked for longest ago first. */
  entries(): Iterable<[string, number]>;
}

/** Anybody may ask for any name: those asked for longest ago make room. */
export function createAskedSlots(most = 100): AskedSlots {
  const last = new Map<string, number>();
  return {
    hear: (slots, now) => {
      for (const slot of slots) {
        last.delete(slot);
        last.set(slot, now);
        const [oldest] = last.keys();
        if (last.size > most && oldest !== undefined) last.delete(oldest);
      }
    },
    entries: () => last.entries(),
  };
}
