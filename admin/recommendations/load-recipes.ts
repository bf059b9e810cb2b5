import { type InferResponseType, parseResponse } from 'hono/client';
import { client } from '../api/client.ts';

export type Recipes = InferResponseType<typeof client.shelves.recipes.$get>;

export function loadRecipes(): Promise<Recipes> {
  return parseResponse(client.shelves.recipes.$get());
}
