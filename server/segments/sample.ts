import { hashOf } from '../hash.ts';

/** People are spread over so many buckets; a few of them are a fair sample of all. */
export const buckets = 1_024;

/** 0 to `buckets` - 1, the same for a name everywhere. */
export function bucketOf(person: string): number {
  const hash = hashOf(person);
  return ((hash ^ (hash >>> 15)) >>> 0) % buckets;
}
