import { type GroupName, groupOf, type Scores } from './groups.ts';
import type { Customer, CustomerOrder } from './load-customers.ts';

/** How a customer stood at a moment. */
export interface Standing {
  group: GroupName;
  scores: Scores;
  /** Since the last order. */
  days: number;
  orders: number;
  /** Minor units of the shop's currency. */
  net: number;
}

/** Ends of the scores: the first is that of the score next to the worst. */
export interface Scales {
  /** Days since the last order, ascending: up to the first is a 5. */
  recency: number[];
  /** Orders, and net money, ascending: above the first is a 2. */
  frequency: number[];
  money: number[];
  /** The shop's average order. */
  average: number;
}

const day = 86_400_000;
/** What divides five equal parts of customers. */
const fifths = [0.2, 0.4, 0.6, 0.8];
/** Before a shop has customers of its own: days, orders, and shares of its average order. They count for as many customers as `patience` says. */
const usual = { recency: [30, 60, 120, 240], frequency: [1, 2, 4, 8], money: [0.75, 1.5, 3, 6] };
const patience = 50;
/** Nobody is gone within days because all the others bought today: a shop's own scale is at most this much finer than the usual one. */
const fastest = 3;
/** A customer's average order is drawn to the shop's, as if so many orders of that had been among theirs. */
const averageOrders = 2;

/** The shop's scales at a moment (ms), by what was ordered until then; drawn to what is usual while there are few customers. */
export function scalesOf(customers: readonly Customer[], at: number): Scales {
  const known = customers.flatMap((customer) => factsOf(customer, at) ?? []);
  const orders = known.reduce((sum, { paid }) => sum + paid, 0);
  const average = orders === 0 ? 0 : known.reduce((sum, { net }) => sum + net, 0) / orders;
  return {
    average,
    recency: drawn(
      known.map(({ days }) => days),
      usual.recency,
    ),
    frequency: drawn(
      known.map(({ orders }) => orders),
      usual.frequency,
    ),
    money: drawn(
      known.map((facts) => worthOf(facts, average)),
      usual.money.map((share) => share * average),
    ),
  };
}

/** Where a customer stood at a moment (ms), as it would have been said then; null for someone without an order by then. */
export function standingOf(
  customer: { orders: readonly CustomerOrder[] },
  at: number,
  scales: Scales,
): Standing | null {
  const facts = factsOf(customer, at);
  if (!facts) return null;
  const { days, orders, net } = facts;
  const money = worthOf(facts, scales.average);
  const scores = {
    recency: 5 - scales.recency.filter((end) => days > end).length,
    frequency: 1 + scales.frequency.filter((end) => orders > end).length,
    money: 1 + scales.money.filter((end) => money > end).length,
  };
  return { group: groupOf(scores, orders), scores, days, orders, net };
}

interface Facts {
  days: number;
  orders: number;
  /** Orders whose value is known in the shop's currency. */
  paid: number;
  net: number;
}

function factsOf({ orders }: { orders: readonly CustomerOrder[] }, at: number): Facts | null {
  const facts = { days: 0, orders: 0, paid: 0, net: 0 };
  for (const order of orders) {
    if (order.at > at) break;
    facts.orders++;
    facts.days = (at - order.at) / day;
    if (order.net === null) continue;
    facts.paid++;
    facts.net += order.net;
  }
  return facts.orders === 0 ? null : facts;
}

/** What someone has brought, with an average order that is drawn to the shop's. */
function worthOf({ orders, paid, net }: Facts, average: number): number {
  return (orders * (net + averageOrders * average)) / (paid + averageOrders);
}

/** The fifths of these values, drawn to what is usual; on a scale of logarithms, as all three are of sizes. */
function drawn(values: readonly number[], usual: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return fifths.map((share, place) => {
    const prior = usual[place] ?? 1;
    const own = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    if (own === undefined || prior <= 0) return prior;
    const weight = values.length / (values.length + patience);
    return Math.exp(weight * Math.log(Math.max(own, prior / fastest)) + (1 - weight) * Math.log(prior));
  });
}
