/** 32 bits of a text, the same everywhere (FNV-1a). Tells texts apart where nobody gains by making two alike. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193) >>> 0;
  return hash;
}

/** A place in 0 to 1 by a text, far apart for texts that are alike: with the finalizer of MurmurHash3, since the last letters must move all bits. */
export function placeOf(text: string): number {
  let hash = hashOf(text);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
