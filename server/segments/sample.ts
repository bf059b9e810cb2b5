/** People are spread over so many buckets; a few of them are a fair sample of all. */
export const buckets = 1_024;

/** 0 to `buckets` - 1, the same for a name everywhere (FNV-1a, 32 bits). */
export function bucketOf(person: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < person.length; place++)
    hash = Math.imul(hash ^ person.charCodeAt(place), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % buckets;
}
