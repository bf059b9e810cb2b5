import { type Forecast, forecast } from '../predict/forecast.ts';
import { seedOf } from '../predict/random.ts';
import type { Customer } from './load-customers.ts';
import { type FittedModels, knownOf } from './value-model.ts';

const day = 86_400_000;
/** Days ahead. */
const horizons = [30, 90, 365] as const;

/** What is expected of a customer, with ranges that hold in eight of ten cases; the same for a whole day. `now` in ms. */
export function forecastOf(customer: Customer, { models }: FittedModels, now: number): Forecast {
  const weeks = horizons.map((days) => days / 7);
  return forecast(models, knownOf(customer, now), weeks, seedOf(`${customer.person} ${Math.floor(now / day)}`));
}
