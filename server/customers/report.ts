import { expectedPurchases } from '../predict/bg-nbd.ts';
import { expectedSpending } from '../predict/gamma-gamma.ts';
import { type GroupName, groupNames } from './groups.ts';
import type { Customer } from './load-customers.ts';
import { scalesOf, standingOf } from './standing.ts';
import { type FittedModels, knownOf } from './value-model.ts';

/** Amounts in minor units of the shop's currency. */
export interface GroupFigures {
  group: GroupName;
  people: number;
  orders: number;
  net: number;
  /** Expected in the next year. */
  nextOrders: number;
  nextNet: number;
}

/** How many people went from one group to another; staying where one was is one of them. */
export interface Flow {
  from: GroupName;
  to: GroupName;
  people: number;
}

/** Where someone stands, where they stood, and what is expected of them in the next year. */
export interface Placed {
  customer: Customer;
  group: GroupName;
  from: GroupName;
  net: number;
  orders: number;
  nextOrders: number;
  nextNet: number;
}

const day = 86_400_000;
const yearInWeeks = 365 / 7;

/** Everyone with an order, as they stand now (ms) and stood `days` before. Yields between customers. */
export function* placeCustomers(
  customers: readonly Customer[],
  { models: { repeats, spending } }: FittedModels,
  { now, days }: { now: number; days: number },
): Generator<void, Placed[]> {
  const before = now - days * day;
  const scales = scalesOf(customers, now);
  yield;
  const scalesBefore = scalesOf(customers, before);
  const placed: Placed[] = [];
  for (const customer of customers) {
    yield;
    const standing = standingOf(customer, now, scales);
    if (!standing) continue;
    const { group, net, orders } = standing;
    const known = knownOf(customer, now);
    const nextOrders = expectedPurchases(repeats.best, known.repeats, yearInWeeks);
    placed.push({
      ...{ customer, group, net, orders, nextOrders },
      from: standingOf(customer, before, scalesBefore)?.group ?? 'prospects',
      nextNet: nextOrders * expectedSpending(spending.best, known.spending),
    });
  }
  return placed;
}

/** The groups in figures; `people` is how many the shop knows, with orders or without. */
export function groupFigures(placed: readonly Placed[], people: number): GroupFigures[] {
  const none = { people: 0, orders: 0, net: 0, nextOrders: 0, nextNet: 0 };
  const figures = new Map(groupNames.map((group) => [group, { group, ...none }]));
  for (const { group, orders, net, nextOrders, nextNet } of placed) {
    const sum = figures.get(group);
    if (!sum) continue;
    sum.people++;
    sum.orders += orders;
    sum.net += net;
    sum.nextOrders += nextOrders;
    sum.nextNet += nextNet;
  }
  const prospects = figures.get('prospects');
  if (prospects) prospects.people = Math.max(0, people - placed.length);
  return [...figures.values()].map((sum) => ({ ...sum, nextNet: Math.round(sum.nextNet) }));
}

/** The strongest first. */
export function flowsOf(placed: readonly Placed[]): Flow[] {
  const flows = new Map<string, Flow>();
  for (const { from, group } of placed) {
    const key = `${from} ${group}`;
    const flow = flows.get(key) ?? { from, to: group, people: 0 };
    flow.people++;
    flows.set(key, flow);
  }
  return [...flows.values()].sort((a, b) => b.people - a.people);
}
