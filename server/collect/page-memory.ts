import { createRecent } from '../recent.ts';

/** Which product a page shows, for the minutes in which that page may ask again. Says nothing about the visitor. */
export interface PageMemory {
  keep(page: string, product: string): void;
  of(page: string): string | null;
}

export function createPageMemory(capacity = 10_000): PageMemory {
  const products = createRecent<string>(capacity);
  return {
    keep: products.set,
    of: (page) => products.get(page) ?? null,
  };
}
