import type { RankingOfKind } from './ranking.ts';

/** A product of a list, in its own place. */
export interface Listed {
  id: string;
  /** Not one of the shop's products, as far as we know; or named for the second time. It keeps its place. */
  isUnknown: boolean;
  isInStock: boolean;
  /** How much speaks for it; 0 for nothing, and never less. */
  lift: number;
}

/** So many places at the head of a list count about alike. */
const head = 3;

/**
 * The same list in another order, as places of the one that was given. The shop's own order is the prior: whoever reads a list
 * gets as far as place p with a chance of about 1 / (p + `head`), and what speaks for a product multiplies its chance by
 * e^(strength x lift). No product moves by more than `most` places, but for what sinks. `held`: so many stay at the beginning.
 */
export function rank(
  list: readonly Listed[],
  { strength, most, sinks }: Pick<RankingOfKind, 'strength' | 'most' | 'sinks'>,
  held: number,
): number[] {
  const order = list.map((_, place) => place);
  const isFree = (place: number) => place >= held && list[place]?.isUnknown === false;
  const free = order.filter(isFree);
  const isSinking = (place: number) => sinks && list[place]?.isInStock === false;
  const moving = free.filter((place) => !isSinking(place));
  const wanted = new Map(moving.map((place, rank) => [place, wantedAt(list, place, free[rank] ?? 0, strength, most)]));
  const liftOf = (place: number) => list[place]?.lift ?? 0;
  // Where as much speaks for both the shop's order stands: the sort is stable.
  moving.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || liftOf(b) - liftOf(a));
  for (const [rank, place] of [...moving, ...free.filter(isSinking)].entries()) order[free[rank] ?? 0] = place;
  return order;
}

/**
 * At most `most` places before its own, and never behind it. So those alone that stood at most `most` places behind a product can
 * pass it, and it can pass those alone that stood at most so many before it: the bound holds both ways.
 */
function wantedAt(list: readonly Listed[], place: number, own: number, strength: number, most: number): number {
  const lift = list[place]?.lift ?? 0;
  return Math.max(own - most, (own + head) * Math.exp(-strength * lift) - head);
}
