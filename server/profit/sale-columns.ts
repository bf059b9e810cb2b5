import { createCodes } from './codes.ts';
import type { Sale } from './sale.ts';
import { createSalePage, dropSale, pageSize, type SaleCodes, type SalePage, writeSale } from './sale-page.ts';

/** Everything that was sold, as columns in pages; and what its codes are. */
export interface SaleColumns extends SaleCodes {
  readonly pages: readonly SalePage[];
  /** In place of what stands there under its number. */
  put(sale: Sale): void;
  drop(id: string): void;
}

export function createSaleColumns(): SaleColumns {
  const pages: SalePage[] = [];
  const places = new Map<string, number>();
  const codes = { visitors: createCodes(), products: createCodes(), regions: createCodes(), currencies: createCodes() };
  return {
    pages,
    ...codes,
    put: (sale) => {
      const known = places.get(sale.id);
      const place = known ?? places.size;
      if (known === undefined) places.set(sale.id, place);
      const page = pages[Math.floor(place / pageSize)] ?? createSalePage();
      if (pages.length * pageSize <= place) pages.push(page);
      writeSale(page, place % pageSize, { sale, codes });
    },
    drop: (id) => {
      const place = places.get(id);
      const page = place === undefined ? undefined : pages[Math.floor(place / pageSize)];
      if (place !== undefined && page) dropSale(page, place % pageSize);
    },
  };
}
