import { gt } from 'drizzle-orm';
import type { Store } from '../store/store.ts';
import { compare } from '../text-order.ts';
import { createMoves, type Moves } from './moves.ts';
import { createOrdered, merged, sortedSlowly } from './ordered.ts';
import type { Past } from './past.ts';
import type { Product } from './product.ts';
import { readPasts } from './product-changes.ts';
import { createSharing } from './shared-details.ts';
import { products } from './table.ts';

/** Products that are read at once. */
const page = 500;

/** The shop's products in memory, as a decision asks for them. */
export interface Catalog {
  get(id: string): Product | undefined;
  readonly size: number;
  /** Grows with every change. */
  readonly version: number;
  /** Newest first. */
  newest(): readonly Product[];
  readonly moves: Moves;
  /** Tells at once of every product that there is, and then of each that comes, changes or goes. */
  follow(listener: (ids: Iterable<string>) => void): void;
}

/** The catalogue of a shop at work: what changes in the file changes here too, and the next decision sees it. */
export interface LiveCatalog extends Catalog {
  /** `pasts`: of those that have changed in what a past speaks of. */
  put(changed: readonly Product[], pasts?: ReadonlyMap<string, Past>): void;
  remove(ids: readonly string[], pasts?: ReadonlyMap<string, Past>): void;
  /** Takes what `read` brings in place of all; what is put or removed meanwhile is newer than that. */
  replace(read: () => Promise<Stock>): Promise<void>;
  /** What the shop's own product was before. */
  pastOf(id: string): Past | undefined;
  /** The shop itself has named this product, in a feed or by a call. */
  isOwn(id: string): boolean;
  /**
   * A product that pages have told of; null takes it away. It is in the catalogue as long as the shop has named no product itself,
   * or where the merchant has accepted it; what the shop says of a product stands before it.
   */
  witness(id: string, product: Product | null, told: { isAccepted: boolean; past?: Past | undefined }): void;
}

/** The shop's own products, and what they were before. */
export interface Stock {
  products: ReadonlyMap<string, Product>;
  pasts: ReadonlyMap<string, Past>;
}

export function createCatalog(all: readonly Product[], known: ReadonlyMap<string, Past> = new Map()): LiveCatalog {
  let share = createSharing();
  let byId = new Map(all.map((product) => [product.id, share(product)]));
  let pasts = new Map(known);
  const own = createOrdered(newestFirst);
  for (const product of byId.values()) own.add(product);
  /** What has changed since all is read anew; null for what was removed. */
  const replacing = new Set<Map<string, { product: Product | null; past: Past | undefined }>>();
  let version = 0;
  const listeners: ((ids: Iterable<string>) => void)[] = [];
  const witnessed = new Map<string, { product: Product; isAccepted: boolean; past?: Past | undefined }>();
  /** With what pages have told, as of `version`. */
  let whole: { version: number; products: readonly Product[] } = { version: -1, products: [] };
  const get = (id: string) => byId.get(id) ?? toldBy(id);
  const moves = createMoves({ has: (product) => get(product.id) === product, version: () => version });
  for (const [id, past] of pasts) move(id, past);

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

  function move(id: string, past: Past | undefined): void {
    const product = byId.get(id);
    if (product) moves.set(product, past);
  }

  function newest(): readonly Product[] {
    if (witnessed.size === 0) return own.all();
    if (whole.version !== version) {
      const told = [...witnessed.keys()].flatMap((id) => (byId.has(id) ? [] : (toldBy(id) ?? [])));
      whole = { version, products: merged(own.all(), told.sort(newestFirst), newestFirst) };
    }
    return whole.products;
  }

  function remember(id: string, changed: ReadonlyMap<string, Past> | undefined): Past | undefined {
    const past = changed?.get(id) ?? pasts.get(id);
    if (past) pasts.set(id, past);
    return past;
  }

  function put(products: readonly Product[], changes?: ReadonlyMap<string, Past>): void {
    for (const told of products) {
      const product = share(told);
      const past = remember(product.id, changes);
      own.add(product, byId.get(product.id));
      byId.set(product.id, product);
      moves.set(product, past);
      for (const meanwhile of replacing) meanwhile.set(product.id, { product, past });
    }
    changed(products.map(({ id }) => id));
  }

  function remove(ids: readonly string[], changes?: ReadonlyMap<string, Past>): void {
    for (const id of ids) {
      const past = remember(id, changes);
      const product = byId.get(id);
      if (product) own.remove(product);
      byId.delete(id);
      for (const meanwhile of replacing) meanwhile.set(id, { product: null, past });
    }
    changed(ids);
  }

  return {
    get,
    get size() {
      return witnessed.size === 0 ? byId.size : newest().length;
    },
    get version() {
      return version;
    },
    newest,
    moves,
    put,
    remove,
    pastOf: (id) => pasts.get(id),
    replace: async (read) => {
      const meanwhile = new Map<string, { product: Product | null; past: Past | undefined }>();
      replacing.add(meanwhile);
      try {
        const { products, pasts: known } = await read();
        const next = new Map<string, Product>();
        const sharing = createSharing();
        for (const [id, product] of products) next.set(id, sharing(product));
        share = sharing;
        const order = await sortedSlowly([...next.values()], newestFirst);
        const takeMoves = await moves.prepare(movedOf({ products: next, pasts: known }));
        const before = byId;
        [byId, pasts] = [next, new Map(known)];
        own.take(order);
        takeMoves();
        for (const { product, past } of witnessed.values()) if (!byId.has(product.id)) moves.set(product, past);
        changed(before.keys());
        changed(byId.keys());
      } finally {
        replacing.delete(meanwhile);
      }
      for (const [id, { product, past }] of meanwhile) {
        const changes = past && new Map([[id, past]]);
        if (product) put([product], changes);
        else remove([id], changes);
      }
    },
    isOwn: (id) => byId.has(id),
    witness: (id, product, told) => {
      if (product) {
        witnessed.set(id, { product, ...told });
        if (!byId.has(id)) moves.set(product, told.past);
      } else if (!witnessed.delete(id)) return;
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
  const catalog = createCatalog([]);
  await catalog.replace(() => readStock(store));
  return catalog;
}

/** A page at a time: visitors are answered meanwhile. */
export async function readStock(store: Pick<Store, 'db' | 'all'>): Promise<Stock> {
  const all = new Map<string, Product>();
  for (let after = ''; ; ) {
    const read = await store.db.select().from(products).where(gt(products.id, after)).orderBy(products.id).limit(page);
    for (const product of read) all.set(product.id, product);
    const last = read.at(-1);
    if (!last) return { products: all, pasts: await readPasts(store) };
    after = last.id;
  }
}

function* movedOf({ products, pasts }: Stock): Generator<[Product, Past]> {
  for (const [id, past] of pasts) {
    const product = products.get(id);
    if (product) yield [product, past];
  }
}

function newestFirst(a: Product, b: Product): number {
  return b.addedAt - a.addedAt || compare(a.id, b.id);
}
