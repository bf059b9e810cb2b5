import { createRecent } from '../recent.ts';

/** So many requests at once, and then so many a second. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/**
 * A token bucket for each key, as one number each: the time at which the bucket is full again (the virtual scheduling form of the
 * generic cell rate algorithm, ITU-T I.371, annex A). A bucket that is full is no bucket, and is forgotten.
 */
export interface Buckets {
  /** Takes one out: 0, or the whole seconds to wait where there is none. */
  take(key: string): number;
  /** How many can be taken now, and the whole seconds until the bucket is full. */
  left(key: string): { count: number; full: number };
  readonly size: number;
}

/** `now` in ms. `capacity`: of how many keys at least the last use is known; of the others it is forgotten. */
export function createBuckets({ burst, perSecond }: Rate, now: () => number, capacity = 20_000): Buckets {
  const step = 1_000 / perSecond;
  const depth = burst * step;
  const known = createRecent<{ fullAt: number }>(capacity);
  let aged = now();
  return {
    take: (key) => {
      const at = now();
      // Whoever was not here for the time in which an empty bucket fills has a full one.
      if (at - aged > depth) {
        known.age();
        aged = at;
      }
      const bucket = known.get(key);
      const next = (bucket && bucket.fullAt > at ? bucket.fullAt : at) + step;
      if (next - at > depth) return Math.max(1, Math.ceil((next - at - depth) / 1_000));
      // Changed in place: looked up once.
      if (bucket) bucket.fullAt = next;
      else known.set(key, { fullAt: next });
      return 0;
    },
    left: (key) => {
      const filling = Math.max(0, (known.get(key)?.fullAt ?? 0) - now());
      return { count: Math.floor((depth - filling) / step), full: Math.ceil(filling / 1_000) };
    },
    get size() {
      return known.size;
    },
  };
}
