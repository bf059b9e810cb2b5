import type { Place } from '../acquisition/region.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Product } from '../catalog/product.ts';
import type { Evidence } from '../recommend/evidence.ts';
import { offeredAt } from '../recommend/filters.ts';
import type { Finder } from './finder.ts';
import { isTrueOf } from './is-true-of.ts';

/** Which products fit which choices of a finder: for each question a bit of each choice, product by product. */
export interface Fits {
  /** What sells best first, then the newest. */
  products: readonly Product[];
  /** Question -> of each product, in their order. */
  bits: ReadonlyMap<string, Int32Array>;
  /** 1 for each product that is in stock, and sold at that place. */
  offeredAt(place: Place): Uint8Array;
}

interface Known {
  version: number;
  /** ms since 1970. */
  at: number;
  currency: string;
  fits: Fits;
}

/** A catalogue of this size is looked through anew after any change; a larger one at most once a minute. */
const small = 2_000;
const pause = 60_000;
const mostPlaces = 8;
const mostSold = 5_000;

/** By the finder itself: one that changes is another object. */
const known = new WeakMap<Finder, Known>();

export function fitsOf(
  finder: Finder,
  { catalog, model, now }: Pick<Evidence, 'catalog' | 'model' | 'now'>,
  currency: string,
): Fits {
  const before = known.get(finder);
  if (before && before.currency === currency) {
    if (before.version === catalog.version || (catalog.size > small && now - before.at < pause)) return before.fits;
  }
  const fits = look(finder, bySales(catalog, model), currency);
  known.set(finder, { version: catalog.version, at: now, currency, fits });
  return fits;
}

function look({ questions }: Finder, products: readonly Product[], currency: string): Fits {
  const bits = new Map(
    questions.map(({ key, choices }) => {
      const of = new Int32Array(products.length);
      for (const [place, product] of products.entries()) {
        let fit = 0;
        for (const [bit, { where }] of choices.entries())
          if (where.every((condition) => isTrueOf(product, condition, currency))) fit |= 1 << bit;
        of[place] = fit;
      }
      return [key, of] as const;
    }),
  );
  const offered = new Map<string, Uint8Array>();
  return {
    products,
    bits,
    offeredAt: (place) => {
      const name = `${place.country ?? ''} ${place.region ?? ''}`;
      const before = offered.get(name);
      if (before) return before;
      if (offered.size >= mostPlaces) offered.clear();
      const there = Uint8Array.from(products, (product) => Number(offeredAt(product, place) === null));
      offered.set(name, there);
      return there;
    },
  };
}

function bySales(catalog: Catalog, model: Evidence['model']): Product[] {
  const sold = model.popular((id) => catalog.get(id) !== undefined, mostSold);
  const first = sold.flatMap(({ product }) => catalog.get(product) ?? []);
  const taken = new Set(first);
  return [...first, ...catalog.newest().filter((product) => !taken.has(product))];
}
