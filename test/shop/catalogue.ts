import type { Product } from './books.ts';
import { type Category, categories } from './category.ts';

export type Order = 'popular' | 'new' | 'price-up' | 'price-down';

const compare: Record<Order, (a: Product, b: Product) => number> = {
  popular: (a, b) => b.orders - a.orders,
  new: (a, b) => b.added.localeCompare(a.added),
  'price-up': (a, b) => a.price - b.price,
  'price-down': (a, b) => b.price - a.price,
};

export const orders = ['popular', 'new', 'price-up', 'price-down'] as const satisfies readonly Order[];

export type Catalogue = ReturnType<typeof openCatalogue>;

/** The products as the shop's pages ask for them: what can be bought first, then in the order that was asked for. */
export function openCatalogue(products: readonly Product[]) {
  const byId = new Map(products.map((product) => [product.id, product]));
  const popular = sorted(products, 'popular');
  const newest = sorted(products, 'new').filter((product) => product.inStock);
  const byCategory = new Map(
    categories.map((category) => [category, popular.filter((product) => product.category === category)]),
  );

  return {
    find: (id: string) => byId.get(id),
    bestsellers: popular.filter((product) => product.inStock),
    newest,
    inCategory: (category: Category) => byCategory.get(category) ?? [],
    /** Products whose name or number has every word of the term, most popular first. */
    search(term: string): Product[] {
      const words = term.toLowerCase().split(/\s+/).filter(Boolean);
      if (words.length === 0) return [];
      return popular.filter(({ id, name }) => {
        const text = `${name} ${id}`.toLowerCase();
        return words.every((word) => text.includes(word));
      });
    },
  };
}

export function sorted(products: readonly Product[], order: Order): Product[] {
  return products.toSorted((a, b) => Number(b.inStock) - Number(a.inStock) || compare[order](a, b));
}
