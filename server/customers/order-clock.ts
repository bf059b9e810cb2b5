import { type Clock, fitClock } from '../predict/clock.ts';
import { finish } from '../predict/minimise.ts';
import type { Customer } from './load-customers.ts';
import { joined, thinned, waitsOf } from './waits.ts';

/** What holds as long as the shop has taught nothing: people wait as they usually do. */
export function usualClock(): Clock {
  return finish(fitClock({ ended: [], open: [] }));
}

/** From one order to the next, whatever is in it, by maximum likelihood. `now` in ms. */
export function* fitOrderClock(customers: readonly Pick<Customer, 'orders'>[], now: number): Generator<void, Clock> {
  const times = customers.map(({ orders }) => orders.map(({ at }) => at));
  return yield* fitClock(thinned(joined(times.map((own) => waitsOf(own, now)))));
}
