import type { Store } from '../store/store.ts';
import { compare } from '../text-order.ts';
import type { Product } from './product.ts';
import { products } from './table.ts';

/** The shop's products in memory, as a decision asks for them. */
export interface Catalog {
  get(id: string): Product | undefined;
  readonly size: number;
  /** Grows with every change. */
  readonly version: number;
  /** Newest first. */
  newest(): readonly Product[];
}

/** The catalogue of a shop at work: what changes in the file changes here too, and the next decision sees it. */
export interface LiveCatalog extends Catalog {
  put(changed: readonly Product[]): void;
  remove(ids: readonly string[]): void;
  replace(all: readonly Product[]): void;
  /** The shop itself has named this product, in a feed or by a call. */
  isOwn(id: string): boolean;
  /**
   * A product that pages have told of; null takes it away. It is in the catalogue as long as the shop has named no product itself,
   * or where the merchant has accepted it; what the shop says of a product stands before it.
   */
  witness(id: string, product: Product | null, isAccepted: boolean): void;
  /** Tells at once of every product that there is, and then of each that comes, changes or goes. */
  follow(listener: (ids: Iterable<string>) => void): void;
}

export function createCatalog(all: readonly Product[]): LiveCatalog {
  let byId = new Map<string, Product>();
  let sorted: readonly Product[] = [];
  /** Changed since they were sorted last. */
  let fresh = new Map<string, Product>();
  let isSorted = true;
  let version = 0;
  const listeners: ((ids: Iterable<string>) => void)[] = [];
  const witnessed = new Map<string, { product: Product; isAccepted: boolean }>();
  /** With what pages have told, as of `version`. */
  let whole: { version: number; products: readonly Product[] } = { version: -1, products: [] };

  function changed(ids: Iterable<string>): void {
    version++;
    for (const listener of listeners) {
      listener(ids);
      // Whether these count depends on whether the shop names products itself.
      if (byId.size === 0) listener(witnessed.keys());
    }
  }

  function toldBy(id: string): Product | undefined {
    const told = witnessed.get(id);
    return told && (told.isAccepted || byId.size === 0) ? told.product : undefined;
  }

  function ownNewest(): readonly Product[] {
    if (isSorted) return sorted;
    // What has changed goes into its place among the rest: a call with one product does not sort a hundred thousand.
    sorted = merged(
      sorted.filter((product) => byId.get(product.id) === product),
      [...fresh.values()].sort(newestFirst),
    );
    fresh = new Map();
    isSorted = true;
    return sorted;
  }

  function newest(): readonly Product[] {
    if (witnessed.size === 0) return ownNewest();
    if (whole.version !== version) {
      const told = [...witnessed.keys()].flatMap((id) => (byId.has(id) ? [] : (toldBy(id) ?? [])));
      whole = { version, products: merged(ownNewest(), told.sort(newestFirst)) };
    }
    return whole.products;
  }

  const catalog: LiveCatalog = {
    get: (id) => byId.get(id) ?? toldBy(id),
    get size() {
      return witnessed.size === 0 ? byId.size : newest().length;
    },
    get version() {
      return version;
    },
    newest,
    put: (products) => {
      for (const product of products) {
        byId.set(product.id, product);
        fresh.set(product.id, product);
      }
      isSorted = false;
      changed(products.map(({ id }) => id));
    },
    remove: (ids) => {
      for (const id of ids) {
        byId.delete(id);
        fresh.delete(id);
      }
      isSorted = false;
      changed(ids);
    },
    replace: (products) => {
      const before = byId;
      byId = new Map(products.map((product) => [product.id, product]));
      fresh = new Map(byId);
      sorted = [];
      isSorted = false;
      changed(new Set([...before.keys(), ...byId.keys()]));
    },
    isOwn: (id) => byId.has(id),
    witness: (id, product, isAccepted) => {
      if (product) witnessed.set(id, { product, isAccepted });
      else if (!witnessed.delete(id)) return;
      changed([id]);
    },
    follow: (listener) => {
      listeners.push(listener);
      listener(byId.keys());
      listener(witnessed.keys());
    },
  };
  catalog.replace(all);
  return catalog;
}

export async function loadCatalog(store: Store): Promise<LiveCatalog> {
  return createCatalog(await readProducts(store));
}

export async function readProducts(store: Store): Promise<Product[]> {
  return store.db.select().from(products);
}

function newestFirst(a: Product, b: Product): number {
  return b.addedAt - a.addedAt || compare(a.id, b.id);
}

/** Both sorted; a product that is in `fresh` is not in `old`, or is another object there that was filtered out. */
function merged(old: readonly Product[], fresh: readonly Product[]): Product[] {
  const all: Product[] = [];
  let next = 0;
  for (const product of fresh) {
    for (let other = old[next]; other && newestFirst(other, product) < 0; other = old[++next]) all.push(other);
    all.push(product);
  }
  for (; next < old.length; next++) {
    const rest = old[next];
    if (rest) all.push(rest);
  }
  return all;
}
