import { type InferResponseType, parseResponse } from 'hono/client';
import type { Rule } from '../../server/segments/rule.ts';
import { client } from '../api/client.ts';

type Answer = InferResponseType<typeof client.segments.$get>;

export type Listed = Omit<Answer['segments'][number], 'rule'> & { rule: Rule };
export type Known = Omit<Answer, 'segments'> & { segments: Listed[] };

/** The shop's segments, and what rules can be made of. Hono's client gives up on types that hold themselves, as rules do. */
export async function loadSegments(): Promise<Known> {
  return (await parseResponse(client.segments.$get())) as Known;
}
