import type { Catalog } from '../catalog/catalog.ts';
import type { Shop } from '../shops/table.ts';
import type { Store } from '../store/store.ts';
import { type Customer, loadCustomers } from './load-customers.ts';
import { createValueModels, type ValueModels } from './value-model.ts';

/** The shop's customers, read when somebody asks, and the models of what they will do. */
export interface CustomerBook {
  /** As the file has them. */
  all(): Promise<readonly Customer[]>;
  /** The file has other orders, or other people, than before. */
  changed(): void;
  models: ValueModels;
}

export function createCustomerBook(
  store: Pick<Store, 'all'>,
  shop: Shop,
  { catalog, now }: { catalog: Pick<Catalog, 'get'>; now(): number },
): CustomerBook {
  let read: Promise<readonly Customer[]> | null = null;
  return {
    all: () => {
      if (read) return read;
      const fresh = loadCustomers(store, shop);
      // What failed is asked again.
      fresh.catch(() => {
        if (read === fresh) read = null;
      });
      read = fresh;
      return fresh;
    },
    changed: () => {
      read = null;
    },
    models: createValueModels(store, catalog, now),
  };
}
