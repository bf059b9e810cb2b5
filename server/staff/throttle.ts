import { createRecent } from '../recent.ts';

/** Slows guessing down: after `free` failures each further try must wait twice as long as the one before. */
export interface Throttle {
  /** Seconds to wait before the next try; 0 when there is nothing to wait for. */
  wait(key: string): number;
  failed(key: string): void;
  succeeded(key: string): void;
}

const free = 5;
const longest = 15 * 60_000;
const remembered = 10_000;

export function createThrottle(now: () => number): Throttle {
  const failures = createRecent<{ count: number; until: number }>(remembered);
  return {
    wait: (key) => Math.max(0, Math.ceil(((failures.get(key)?.until ?? 0) - now()) / 1000)),
    failed: (key) => {
      const count = (failures.get(key)?.count ?? 0) + 1;
      const pause = count < free ? 0 : Math.min(longest, 1000 * 2 ** (count - free));
      failures.set(key, { count, until: now() + pause });
    },
    succeeded: failures.delete,
  };
}
