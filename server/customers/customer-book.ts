import type { Shop } from '../shops/table.ts';
import type { Store } from '../store/store.ts';
import { type Customer, loadCustomers } from './load-customers.ts';
import { createValueModels, type ValueModels } from './value-model.ts';

/** The shop's customers, read when somebody asks, and the models of what they will do. */
export interface CustomerBook {
  /** As they were a few seconds ago at most. */
  all(): Promise<readonly Customer[]>;
  models: ValueModels;
}

const longest = 5_000;

export function createCustomerBook(store: Pick<Store, 'all'>, shop: Shop, now: () => number): CustomerBook {
  let read: { at: number; customers: Promise<readonly Customer[]> } | null = null;
  return {
    all: () => {
      if (read === null || now() - read.at > longest) {
        const fresh = { at: now(), customers: loadCustomers(store, shop) };
        // What failed is asked again.
        fresh.customers.catch(() => {
          if (read === fresh) read = null;
        });
        read = fresh;
      }
      return read.customers;
    },
    models: createValueModels(now),
  };
}
