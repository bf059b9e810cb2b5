import { type OpenShop, openShop } from './collect/open-shop.ts';
import { findShop } from './shops/shops.ts';
import type { Store } from './store/store.ts';

/** The shops that this process serves, each opened when it is first asked for. */
export interface ShopsAtWork {
  get(key: string): Promise<OpenShop | null>;
  /** Writes what has changed in all of them. */
  save(): Promise<void>;
  close(): Promise<void>;
}

export function shopsAtWork(deps: {
  directory: Store;
  openStore(key: string): Promise<Store>;
  now(): number;
}): ShopsAtWork {
  const open = new Map<string, Promise<OpenShop | null>>();

  const start = async (key: string): Promise<OpenShop | null> => {
    const shop = /^[\w-]{1,64}$/.test(key) ? await findShop(deps.directory, key) : null;
    return shop && openShop(shop, await deps.openStore(key), deps.now);
  };
  const each = async (work: (shop: OpenShop) => Promise<void>) => {
    const shops = await Promise.all(open.values());
    await Promise.all(shops.map((shop) => shop && work(shop)));
  };

  return {
    get: (key) => {
      const known = open.get(key);
      if (known) return known;
      const opening = start(key);
      open.set(key, opening);
      // A key that is unknown now may be a shop later, and a failure may pass.
      opening.then(
        (shop) => shop ?? open.delete(key),
        () => open.delete(key),
      );
      return opening;
    },
    save: () => each((shop) => shop.save()),
    close: () => each((shop) => shop.close()),
  };
}
