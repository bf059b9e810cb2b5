import { type Clock, type Due, dueIn, ownClock } from '../predict/clock.ts';
import { waitsOf } from './waits.ts';

/** When it is next due for someone who did it at these times (ms): by their own waits, drawn to everyone's. */
export function dueAgain(clock: Clock, times: readonly { at: number }[], now: number): Due {
  const waits = waitsOf(
    times.map(({ at }) => at),
    now,
  );
  return dueIn(ownClock(clock, waits), waits.open[0] ?? 0);
}
