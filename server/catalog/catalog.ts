import { gt } from 'drizzle-orm';
import type { Store } from '../store/store.ts';
import { compare } from '../text-order.ts';
import type { Product } from './product.ts';
import { createSharing } from './shared-details.ts';
import { products } from './table.ts';

/** Products that are read, or sorted, at once. */
const page = 500;

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
  /** Takes what `read` brings in place of all; what is put or removed meanwhile is newer than that. */
  replace(read: () => Promise<ReadonlyMap<string, Product>>): Promise<void>;
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
  let share = createSharing();
  let byId = new Map(all.map((product) => [product.id, share(product)]));
  let sorted: readonly Product[] = [];
  /** Changed since they were sorted last. */
  let fresh = new Map(byId);
  let isSorted = false;
  /** What has changed since all is read anew; null for what was removed. */
  const replacing = new Set<Map<string, Product | null>>();
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

  function put(products: readonly Product[]): void {
    for (const told of products) {
      const product = share(told);
      byId.set(product.id, product);
      fresh.set(product.id, product);
      for (const meanwhile of replacing) meanwhile.set(product.id, product);
    }
    isSorted = false;
    changed(products.map(({ id }) => id));
  }

  function remove(ids: readonly string[]): void {
    for (const id of ids) {
      byId.delete(id);
      fresh.delete(id);
      for (const meanwhile of replacing) meanwhile.set(id, null);
    }
    isSorted = false;
    changed(ids);
  }

  return {
    get: (id) => byId.get(id) ?? toldBy(id),
    get size() {
      return witnessed.size === 0 ? byId.size : newest().length;
    },
    get version() {
      return version;
    },
    newest,
    put,
    remove,
    replace: async (read) => {
      const meanwhile = new Map<string, Product | null>();
      replacing.add(meanwhile);
      try {
        const next = new Map<string, Product>();
        const sharing = createSharing();
        for (const [id, product] of await read()) next.set(id, sharing(product));
        share = sharing;
        const order = await sortedSlowly([...next.values()]);
        const before = byId;
        [byId, sorted, fresh, isSorted] = [next, order, new Map(), true];
        changed(before.keys());
        changed(byId.keys());
      } finally {
        replacing.delete(meanwhile);
      }
      remove([...meanwhile].flatMap(([id, product]) => (product === null ? [id] : [])));
      put([...meanwhile.values()].flatMap((product) => product ?? []));
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
}

export async function loadCatalog(store: Store): Promise<LiveCatalog> {
  return createCatalog([...(await readProducts(store)).values()]);
}

/** A page at a time: visitors are answered meanwhile. */
export async function readProducts({ db }: Pick<Store, 'db'>): Promise<ReadonlyMap<string, Product>> {
  const all = new Map<string, Product>();
  for (let after = ''; ; ) {
    const read = await db.select().from(products).where(gt(products.id, after)).orderBy(products.id).limit(page);
    for (const product of read) all.set(product.id, product);
    const last = read.at(-1);
    if (!last) return all;
    after = last.id;
  }
}

/** Newest first, with a pause for others between two merges (merge sort, bottom up). */
async function sortedSlowly(all: readonly Product[]): Promise<readonly Product[]> {
  let runs: Product[][] = [];
  for (let from = 0; from < all.length; from += page) runs.push(all.slice(from, from + page).sort(newestFirst));
  while (runs.length > 1) {
    const longer: Product[][] = [];
    for (let place = 0; place < runs.length; place += 2) {
      longer.push(merged(runs[place] ?? [], runs[place + 1] ?? []));
      await new Promise((resolve) => setTimeout(resolve));
    }
    runs = longer;
  }
  return runs[0] ?? [];
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
