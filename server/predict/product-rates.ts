/** How often a session that looked at a product bought it, of the products that were looked at lately. */
export interface ProductRates {
  looked(product: string): void;
  bought(product: string): void;
  /** Logarithm of the product's rate over the shop's, drawn towards 0 while little is known. */
  lift(product: string): number;
  /** Sessions that looked at it. */
  seen(product: string): number;
  /** What is kept of it. */
  encoded(): EncodedRates;
}

export type EncodedRates = [product: string, looks: number, buys: number][];

/** Sessions that the shop's rate counts for, beside a product's own. */
const patience = 10;

/** `capacity`: products that nobody looked at for longest are forgotten beyond it. */
export function createProductRates(stored: EncodedRates = [], capacity = 20_000): ProductRates {
  const known = new Map(stored.map(([product, looks, buys]) => [product, { looks, buys }]));
  let looks = stored.reduce((sum, [, count]) => sum + count, 0);
  let buys = stored.reduce((sum, [, , count]) => sum + count, 0);

  /** Many at once: the first entry of a map from which the first is taken again and again is slow to find. */
  const forget = (surplus: number) => {
    for (const [product, lost] of [...known].slice(0, surplus)) {
      known.delete(product);
      looks -= lost.looks;
      buys -= lost.buys;
    }
  };

  const touch = (product: string) => {
    const rate = known.get(product) ?? { looks: 0, buys: 0 };
    // Put back at the end: the first of the map is then the one that was not touched for longest.
    known.delete(product);
    known.set(product, rate);
    if (known.size > capacity * 1.05) forget(known.size - capacity);
    return rate;
  };

  return {
    looked: (product) => {
      touch(product).looks++;
      looks++;
    },
    bought: (product) => {
      touch(product).buys++;
      buys++;
    },
    lift: (product) => {
      const rate = known.get(product);
      if (!rate) return 0;
      const usual = (buys + 1) / (looks + 50);
      return Math.log((rate.buys + patience * usual) / ((rate.looks + patience) * usual));
    },
    seen: (product) => known.get(product)?.looks ?? 0,
    encoded: () => [...known].map(([product, rate]) => [product, rate.looks, rate.buys]),
  };
}
