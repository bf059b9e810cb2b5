import { compare } from '../../text-order.ts';
import { isKept, listedFor, ringOf } from '../next/session-index.ts';
import { itemsOf } from './items-of.ts';
import type { Lookers } from './lookers.ts';
import type { Orders } from './orders.ts';
import type { Neighbour } from './shelf-model.ts';

/**
 * What was ordered by those who had looked at an anchor and did not order that: what they took in its place. What was ordered beside
 * the anchor is for `boughtWith` to tell.
 */
export type BoughtAfter = (
  anchors: readonly Anchor[],
  allowed: (product: string) => boolean,
  limit: number,
) => Neighbour[];

/** A product under its number among visits; -1 where there is none. */
interface Anchor {
  product: string;
  looked: number;
}

/** Orders that count as many as so many say of a product what all orders say. */
const shrinkage = 10;

/**
 * Best first by the sum over the anchors of the shrunk share (n_ab + k p_b) / (n_a + k): of n_a orders of those who had looked at a
 * and ordered something else n_ab were of b, and p_b is the share of b in all orders. An anchor of which no such order is of b adds nothing.
 */
export function boughtAfter(lookers: Lookers, orders: Orders): BoughtAfter {
  const { names } = orders.numbers;
  let counts = new Uint16Array(0);

  /** Adds to `counts` and to `met`; returns the number of orders. */
  const count = ({ product, looked }: Anchor, met: number[]): number => {
    const own = orders.numbers.find(product);
    const { ring, from } = ringOf(lookers.index, looked);
    const room = (lookers.index.listRoom[looked] ?? 1) - 1;
    const end = lookers.index.listed[looked] ?? 0;
    let found = 0;
    for (let at = end - listedFor(lookers.index, looked); at < end; at++) {
      const occasion = ring[from + (at & room)] ?? -1;
      const session = isKept(lookers.index, occasion) ? lookers.orderOf(occasion) : -1;
      const bought = itemsOf(orders.index, session);
      if (bought.length === 0 || bought.includes(own)) continue;
      found++;
      for (const item of bought) {
        if (counts[item] === 0) met.push(item);
        counts[item] = (counts[item] ?? 0) + 1;
      }
    }
    return found;
  };

  return (anchors, allowed, limit) => {
    if (counts.length < names.length) counts = new Uint16Array(Math.ceil(names.length * 1.5));
    const found = new Map<number, { score: number; anchor: string; support: number }>();
    for (const anchor of anchors) {
      if (anchor.looked < 0 || anchor.looked >= lookers.index.itemCount) continue;
      const met: number[] = [];
      const all = count(anchor, met);
      for (const item of met) {
        const support = counts[item] ?? 0;
        counts[item] = 0;
        const share = listedFor(orders.index, item) / Math.max(1, orders.index.sessions);
        const score = (support + shrinkage * share) / (all + shrinkage);
        const known = found.get(item);
        if (!known) found.set(item, { score, anchor: anchor.product, support });
        else {
          if (support > known.support) Object.assign(known, { anchor: anchor.product, support });
          known.score += score;
        }
      }
    }
    const best = [...found].sort(
      ([a, one], [b, other]) =>
        other.score - one.score || other.support - one.support || compare(names[a] ?? '', names[b] ?? ''),
    );
    const asked = new Set(anchors.map(({ product }) => product));
    const shown: Neighbour[] = [];
    for (const [item, { anchor, support }] of best) {
      if (shown.length >= limit) break;
      const product = names[item] ?? '';
      if (!asked.has(product) && allowed(product)) shown.push({ product, anchor, support });
    }
    return shown;
  };
}
