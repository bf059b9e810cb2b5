import type { Shop } from './table.ts';

/** The origins of a shop's pages: `https://shop.example`. */
export function originsOf({ origins }: Pick<Shop, 'origins'>): string[] {
  return origins.split('\n').filter((origin) => origin !== '');
}
