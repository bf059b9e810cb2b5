import type { ShopsAtWork } from '../shops-at-work.ts';
import type { Alarms } from './alarms.ts';

/** Who has come into segments is looked at so long after somebody did something, and everyone so often (ms). */
const after = 5_000;
const sweepEvery = 600_000;

interface Deps {
  shops: Pick<ShopsAtWork, 'refresh' | 'sweep'>;
  alarms: Alarms;
  hasStaff(): Promise<boolean>;
  now(): number;
}

/** Follows who comes into segments and goes out of them, woken by the object's alarm. */
export function followSegments({ shops, alarms, hasStaff, now }: Deps) {
  let sweptAt = 0;
  let wakes = Number.POSITIVE_INFINITY;
  const wakeAt = (at: number) => {
    wakes = at;
    alarms.wakeAt('segments', at);
  };
  return {
    /** Somebody did something. Without staff there are no segments, and the object would not know its own address when it is woken. */
    soon: async (): Promise<void> => {
      if (wakes <= now() + after || !(await hasStaff())) return;
      if (wakes > now() + after) wakeAt(now() + after);
    },
    runDue: async (): Promise<void> => {
      if (!alarms.isDue('segments', now())) return;
      const isSweep = now() - sweptAt >= sweepEvery;
      if (isSweep) sweptAt = now();
      wakeAt(sweptAt + sweepEvery);
      await (isSweep ? shops.sweep() : shops.refresh());
    },
  };
}
