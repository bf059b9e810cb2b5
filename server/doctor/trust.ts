/** What a shop's data is judged by, over the same days. */
export interface Evidence {
  kept: number;
  refused: number;
  /** Numbers of the sequences of pages: how many there are up to the highest, and how many of them came. */
  expected: number;
  arrived: number;
  /** Kept events about products, and what they lack. */
  aboutProducts: number;
  shortcomings: number;
  views: number;
  viewsTwice: number;
  orders: OrderSides;
}

export interface OrderSides {
  both: number;
  browserOnly: number;
  serverOnly: number;
}

export type TrustPartName = 'accepted' | 'arrived' | 'complete' | 'once' | 'orders';

export interface TrustPart {
  name: TrustPartName;
  /** Its share of the score. */
  weight: number;
  /** Share of what is wrong; null where there is nothing to judge by. */
  wrong: number | null;
  /** 0 to 100. */
  points: number | null;
}

export interface Trust {
  /** 0 to 100; null while nothing can be judged. */
  score: number | null;
  parts: TrustPart[];
}

/** From which share of wrong ones a part is worth nothing: one lost event in ten ruins a report, an order in three an advert's budget. */
const unbearable: Record<TrustPartName, number> = {
  accepted: 0.2,
  arrived: 0.1,
  complete: 0.5,
  once: 0.2,
  orders: 0.3,
};
const weights: Record<TrustPartName, number> = { accepted: 25, arrived: 25, complete: 20, once: 15, orders: 15 };

/** The mean of the parts that can be judged, each by its weight; a part falls in a line from 100 to 0 at what is unbearable. */
export function trustOf(evidence: Evidence): Trust {
  const { kept, refused, expected, arrived, aboutProducts, shortcomings, views, viewsTwice, orders } = evidence;
  const all = orders.both + orders.browserOnly + orders.serverOnly;
  // Without a single order from the server's side there is nobody to compare with.
  const isCompared = orders.both + orders.serverOnly > 0;
  const parts = [
    part('accepted', refused, kept + refused),
    part('arrived', expected - arrived, expected),
    part('complete', Math.min(shortcomings, aboutProducts), aboutProducts),
    part('once', viewsTwice, views),
    part('orders', orders.browserOnly + orders.serverOnly, isCompared ? all : 0),
  ];
  const judged = parts.filter(({ points }) => points !== null);
  const weight = judged.reduce((sum, one) => sum + one.weight, 0);
  const points = judged.reduce((sum, one) => sum + (one.points ?? 0) * one.weight, 0);
  return { score: weight === 0 ? null : Math.round(points / weight), parts };
}

function part(name: TrustPartName, bad: number, all: number): TrustPart {
  const wrong = all === 0 ? null : bad / all;
  const points = wrong === null ? null : Math.round(100 * Math.max(0, 1 - wrong / unbearable[name]));
  return { name, weight: weights[name], wrong, points };
}
