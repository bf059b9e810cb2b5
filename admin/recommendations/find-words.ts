import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';

export type WordKind = 'categories' | 'brands' | 'products';

export interface Word {
  value: string;
  label: string;
}

/** What the catalogue has with these letters. */
export async function findWords(kind: WordKind, q: string): Promise<Word[]> {
  const found = await parseResponse(client.shelves.recipes.words.$get({ query: { q } }));
  if (kind === 'products') return found.products.map(({ id, name }) => ({ value: id, label: name }));
  return found[kind].map((value) => ({ value, label: value }));
}
