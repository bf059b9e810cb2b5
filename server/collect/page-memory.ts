/** Which product a page shows, for the minutes in which that page may ask again. Says nothing about the visitor. */
export interface PageMemory {
  keep(page: string, product: string): void;
  of(page: string): string | null;
}

export function createPageMemory(capacity = 10_000): PageMemory {
  const products = new Map<string, string>();
  return {
    keep: (page, product) => {
      if (products.size >= capacity) products.clear();
      products.set(page, product);
    },
    of: (page) => products.get(page) ?? null,
  };
}
