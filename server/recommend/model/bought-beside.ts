import { compare } from '../../text-order.ts';
import { listedFor, ringOf } from '../next/session-index.ts';
import { itemsOf } from './items-of.ts';
import type { Orders } from './orders.ts';
import type { Neighbour } from './shelf-model.ts';

/** What those who order an anchor order beside it far more often than others do. `goesWith`: whether a product may stand for that anchor. */
export type BoughtBeside = (
  anchors: readonly string[],
  goesWith: (product: string, anchor: string) => boolean,
  limit: number,
) => Neighbour[];

/** Orders that count as many as so many say of a product what all orders say. */
const shrinkage = 10;
/** Fewer orders with both may be chance. */
const fewest = 3;
/** A product's share beside the anchor is at least so many times that in all orders: what everybody buys goes with nothing. */
const clearly = 2;

/**
 * Best first by the shrunk share s = (n_ab + k p_b) / (n_a + k): of n_a orders with the anchor a n_ab had b, and p_b is the share of b in
 * all orders; only where s is clearly above p_b. The order is one-sided, as the confidence of an association rule is (Agrawal et al.
 * 1993): a phone brings its case, and the case that is sold with one phone alone brings that phone first. That bar is not, since
 * P(b|a) / P(b) = P(a|b) / P(a) (Bayes; the rule's lift): baskets tell what belongs together, not which of two is the main one. That
 * `goesWith` has to say, by price. Of several anchors the one with the greatest share speaks.
 */
export function boughtBeside({ index, numbers }: Pick<Orders, 'index' | 'numbers'>): BoughtBeside {
  const { names } = numbers;
  let counts = new Uint16Array(0);

  /** Adds to `counts` and to `met`; returns the number of orders. */
  const count = (anchor: number, met: number[]): number => {
    const { ring, from } = ringOf(index, anchor);
    const room = (index.listRoom[anchor] ?? 1) - 1;
    const end = index.listed[anchor] ?? 0;
    let found = 0;
    for (let at = end - listedFor(index, anchor); at < end; at++) {
      const bought = itemsOf(index, ring[from + (at & room)] ?? -1);
      if (bought.length === 0) continue;
      found++;
      for (const item of bought) {
        if (item === anchor) continue;
        if (counts[item] === 0) met.push(item);
        counts[item] = (counts[item] ?? 0) + 1;
      }
    }
    return found;
  };

  return (anchors, goesWith, limit) => {
    if (limit <= 0) return [];
    if (counts.length < names.length) counts = new Uint16Array(Math.ceil(names.length * 1.5));
    const found: { product: string; anchor: string; support: number; share: number }[] = [];
    for (const anchor of anchors) {
      const own = numbers.find(anchor);
      if (own < 0 || own >= index.itemCount) continue;
      const met: number[] = [];
      const all = count(own, met);
      for (const item of met) {
        const support = counts[item] ?? 0;
        counts[item] = 0;
        if (support < fewest) continue;
        const usual = (index.listed[item] ?? 0) / Math.max(1, index.sessions);
        const share = (support + shrinkage * usual) / (all + shrinkage);
        if (share >= clearly * usual) found.push({ product: names[item] ?? '', anchor, support, share });
      }
    }
    found.sort((a, b) => b.share - a.share || b.support - a.support || compare(a.product, b.product));
    const shown = new Map<string, Neighbour>();
    for (const { product, anchor, support } of found) {
      if (shown.size >= limit) break;
      if (shown.has(product) || anchors.includes(product) || !goesWith(product, anchor)) continue;
      shown.set(product, { product, anchor, support });
    }
    return [...shown.values()];
  };
}
