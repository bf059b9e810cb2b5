import { type InferResponseType, parseResponse } from 'hono/client';
import { useEffect, useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import type { Listed } from './load-segments.ts';

export type Count = InferResponseType<(typeof client.segments)[':id']['count']['$get']>;

/** How many are in each segment, counted one after the other, so that a long list does not wait for its slowest. */
export function useCounts(segments: readonly Listed[]): ReadonlyMap<string, Count> {
  const [counts, setCounts] = useState<ReadonlyMap<string, Count>>(new Map());
  useEffect(() => {
    let current = true;
    const countAll = async () => {
      for (const { id } of segments) {
        const count = await parseResponse(client.segments[':id'].count.$get({ param: { id } }));
        if (!current) return;
        setCounts((known) => new Map([...known, [id, count]]));
      }
    };
    // A segment that another window has deleted keeps its dots.
    countAll().catch(() => {});
    return () => {
      current = false;
    };
  }, [segments]);
  return counts;
}
