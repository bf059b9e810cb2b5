import { type Clock, ownClock } from '../predict/clock.ts';
import { tail } from '../predict/normal.ts';
import { type Bought, type ProductClocks, waitsFor } from './product-clocks.ts';

/** How far somebody is on the way to buying something again. */
export interface Again {
  /** Of those who buy it again, the share that has done so after as long as this wait has lasted; 0 to 1. */
  passed: number;
  /** That it is bought again within the next days, given that it has not been yet. */
  chance: number;
}

/** Days of which the chance is told. */
const soon = 14;

/** By the person's own waits for the product, drawn to everyone's; null for what is not bought again. `now` in ms. */
export function againOf(clocks: ProductClocks, product: string, times: readonly Bought[], now: number): Again | null {
  // One may have bought it twice by chance: then the waits of all the others say that this is rare.
  if (clocks.repeats(product) === 0) return null;
  const waits = waitsFor(times, now, (quantity) => clocks.lasts(product, quantity));
  const [elapsed] = waits.open;
  if (elapsed === undefined) return null;
  const all = ownClock(clocks.product(product), waits);
  const still = left(all, elapsed);
  const newest = times.reduce((last, one) => (one.at > last.at ? one : last));
  const ahead = soon / clocks.lasts(product, newest.quantity);
  const later = left(all, elapsed + ahead);
  const returning = ownClock(clocks.returning(product), { ended: waits.ended, open: [] });
  return { passed: 1 - left(returning, elapsed), chance: 1 - later / Math.max(1e-300, still) };
}

/** The share of waits that last longer than so many days. */
function left({ mean, deviation }: Clock, days: number): number {
  return tail((Math.log(Math.max(0.5, days)) - mean) / deviation);
}
