import { type InferResponseType, parseResponse } from 'hono/client';
import { client } from '../api/client.ts';

export type Finders = InferResponseType<typeof client.finders.$get>;

export function loadFinders(): Promise<Finders> {
  return parseResponse(client.finders.$get());
}
