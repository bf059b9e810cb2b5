import { type OpenShop, openShop, type Powers } from './collect/open-shop.ts';
import { createShareJob } from './results/share-job.ts';
import { findShop } from './shops/shops.ts';
import type { Store } from './store/store.ts';

/** The shops that this process serves, each opened when it is first asked for. */
export interface ShopsAtWork {
  get(key: string): Promise<OpenShop | null>;
  /** Only if it is open already; begins to open it otherwise. */
  ifOpen(key: string): OpenShop | null;
  /** Writes what has changed in all of them. */
  save(): Promise<void>;
  /** Fits what has grown, and once an hour the shares of campaigns that learn them. */
  learn(): Promise<void>;
  /** Brings what follows the files up to them. */
  refresh(): Promise<void>;
  /** Looks at everyone for every segment. */
  sweep(): Promise<void>;
  /** Does this with every one that is open. */
  each(work: (shop: OpenShop) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export function shopsAtWork(deps: {
  directory: Store;
  openStore(key: string): Promise<Store>;
  now(): number;
  powers?: Partial<Powers>;
}): ShopsAtWork {
  const open = new Map<string, Promise<OpenShop | null>>();
  const opened = new Map<string, OpenShop>();
  const learnShares = createShareJob(deps.now);

  const start = async (key: string): Promise<OpenShop | null> => {
    const shop = /^[\w-]{1,64}$/.test(key) ? await findShop(deps.directory, key) : null;
    return shop && openShop(shop, await deps.openStore(key), deps.now, deps.powers);
  };
  const each = async (work: (shop: OpenShop) => Promise<void>) => {
    await Promise.all([...opened.values()].map(work));
  };

  const get = (key: string): Promise<OpenShop | null> => {
    const known = open.get(key);
    if (known) return known;
    const opening = start(key);
    open.set(key, opening);
    opening.then(
      // A key that is unknown now may be a shop later, and a failure may pass.
      (shop) => (shop ? opened.set(key, shop) : open.delete(key)),
      () => open.delete(key),
    );
    return opening;
  };

  return {
    get,
    ifOpen: (key) => {
      // Whoever needs it will hear of a failure.
      if (!opened.has(key)) get(key).catch(() => {});
      return opened.get(key) ?? null;
    },
    save: () => each((shop) => shop.save()),
    learn: () =>
      each(async (shop) => {
        await shop.learn();
        await learnShares(shop);
      }),
    refresh: () =>
      each(async ({ audience, shelves, results, loop, meetAlerts }) => {
        await audience.refresh();
        await shelves.refresh();
        await results.refresh();
        await loop.refresh();
        await meetAlerts();
      }),
    sweep: () =>
      each(async ({ audience, meetAlerts }) => {
        await audience.sweep();
        await meetAlerts();
      }),
    each,
    close: () => each((shop) => shop.close()),
  };
}
