/** The eleven groups that a shop's people fall into, by how lately, how often and for how much they bought. */
export const groupNames = [
  'champions',
  'loyal',
  'active',
  'new',
  'promising',
  'previously-loyal',
  'needs-attention',
  'almost-lost',
  'at-risk',
  'dormant',
  'prospects',
] as const;

export type GroupName = (typeof groupNames)[number];

/** Scores from 1 to 5, the best; `worth` is the mean of how often and for how much. */
export interface Scores {
  recency: number;
  frequency: number;
  money: number;
}

interface Rule {
  group: Exclude<GroupName, 'prospects'>;
  recency: readonly [from: number, to: number];
  worth: readonly [from: number, to: number];
  orders: readonly [from: number, to: number];
}

const any = [1, 5] as const;
const high = [4, 5] as const;
const anyOrders = [1, Number.POSITIVE_INFINITY] as const;
const once = [1, 1] as const;

/** The first rule that holds. Whoever bought nothing is a prospect. */
export const groupRules: readonly Rule[] = [
  { group: 'new', recency: [5, 5], worth: any, orders: once },
  { group: 'promising', recency: [4, 4], worth: any, orders: once },
  { group: 'champions', recency: [5, 5], worth: high, orders: anyOrders },
  { group: 'loyal', recency: [3, 4], worth: high, orders: anyOrders },
  { group: 'active', recency: [4, 5], worth: any, orders: anyOrders },
  { group: 'needs-attention', recency: [3, 3], worth: any, orders: anyOrders },
  { group: 'at-risk', recency: [2, 2], worth: high, orders: anyOrders },
  { group: 'almost-lost', recency: [2, 2], worth: any, orders: anyOrders },
  { group: 'previously-loyal', recency: [1, 1], worth: high, orders: anyOrders },
  { group: 'dormant', recency: [1, 1], worth: any, orders: anyOrders },
];

export function groupOf({ recency, frequency, money }: Scores, orders: number): GroupName {
  const worth = (frequency + money) / 2;
  const within = (value: number, [from, to]: readonly [number, number]) => value >= from && value <= to;
  const rule = groupRules.find(
    (one) => within(recency, one.recency) && within(worth, one.worth) && within(orders, one.orders),
  );
  return rule?.group ?? 'prospects';
}
