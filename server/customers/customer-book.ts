import type { Catalog } from '../catalog/catalog.ts';
import type { Shop } from '../shops/table.ts';
import type { Store } from '../store/store.ts';
import { type BoughtBook, createBoughtBook } from './bought-book.ts';
import { type Customer, loadCustomers } from './load-customers.ts';
import { createParcelBook, type ParcelBook } from './parcel-book.ts';
import { createProductClockBook, type ProductClockBook } from './product-clock-book.ts';
import { openValueModels, type ValueModels } from './value-model.ts';

/** The shop's customers, read when somebody asks, and the models of what they will do. */
export interface CustomerBook {
  /** As the file has them. */
  all(): Promise<readonly Customer[]>;
  /** The file has other orders, or other people, than before. */
  changed(): void;
  models: ValueModels;
  productClocks: ProductClockBook;
  parcels: ParcelBook;
  bought: BoughtBook;
  /** Learns anew what has grown old; returns soon where nothing has. `orders`: how many the shop has. */
  learn(orders: number): Promise<void>;
}

export async function openCustomerBook(
  store: Pick<Store, 'all' | 'write'>,
  shop: Shop,
  { catalog, now }: { catalog: Pick<Catalog, 'get'>; now(): number },
): Promise<CustomerBook> {
  const bought = createBoughtBook(store);
  const productClocks = createProductClockBook(store, catalog, now);
  const parcels = createParcelBook(store, now);
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
      bought.changed();
      read = null;
    },
    models: await openValueModels(store, now),
    productClocks,
    parcels,
    bought,
    learn: async (orders) => {
      await parcels.refresh(orders);
      await productClocks.refresh(orders);
    },
  };
}
