import type { products } from './table.ts';

/** A product of the shop. `price` is in minor units of `currency`; both are null where the shop gave none. */
export type Product = typeof products.$inferSelect;
