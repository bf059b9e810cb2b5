import { compare } from '../../text-order.ts';
import { fitLinear } from '../next/local-linear.ts';
import { mergeNextItem } from '../next/merge-next-item.ts';
import { createItemNumbers } from './item-numbers.ts';
import { createOrders, type Placed } from './orders.ts';
import type { Groups } from './popularity.ts';
import { createShelfModel, type Fit, type ShelfModel, type Workings } from './shelf-model.ts';
import { createVisits } from './visits.ts';

/** What one part of a shop has learned, and its orders as its tables have them. */
export interface Shard {
  workings: Pick<Workings, 'visits' | 'fits'>;
  orders: readonly { id: string; products: readonly string[]; at: number; by?: Placed }[];
}

/**
 * The model of two shards of a shop, each of visitors and orders of its own. What sells, what rises and what is bought together is as
 * one shop would have it that heard of the orders in the order of their times. Of visits each product has the same support; they are
 * numbered by their ends and not by their beginnings, so where more share a product than are looked at, those that end last are. Visits
 * that are under way end, and who looks at something just now is not known. Weights are solved again from all sessions, by the
 * settings of the shard that had more. Yields the share of a part that is done.
 */
export function* mergeShelves(one: Shard, other: Shard, groups: Groups): Generator<number, ShelfModel> {
  const numbers = createItemNumbers(one.workings.visits.numbers.names);
  const renumbered = other.workings.visits.numbers.names.map(numbers.of);
  const visitsOf = ({ visits, fits }: Shard['workings']) => ({ index: visits.index, ...fits.visits.fitted });
  const visits = yield* mergeNextItem(
    visitsOf(one.workings),
    visitsOf(other.workings),
    (item) => renumbered[item] ?? -1,
  );
  const orders = createOrders(groups);
  const all = [...one.orders, ...other.orders].sort((a, b) => a.at - b.at || compare(a.id, b.id));
  for (const { id, products, at, by } of all) orders.add(id, products, at, by);
  const { index, ...fittedVisits } = visits;
  const [larger] = [one, other].sort((a, b) => b.orders.length - a.orders.length);
  const { fitted } = (larger ?? one).workings.fits.orders;
  const linear = yield* fitLinear(orders.index, fitted.linearSettings, fitted.linear.room);
  const fitOf = (fitted: Fit['fitted'], sessions: number): Fit => ({ fitted, sessions });
  return createShelfModel(groups, {
    visits: createVisits(numbers, { index, open: new Map() }),
    orders,
    fits: {
      visits: fitOf(fittedVisits, index.sessions),
      orders: fitOf({ ...fitted, linear }, orders.index.sessions),
    },
  });
}
