import { mapped } from '../address-bits.ts';
import { fromBase64, toBase64 } from '../base64.ts';
import type { Boundary } from './flatten.ts';
import { compareWords, putBits, words } from './range-columns.ts';

/** Boundaries that lie together, the first one first: of IPv4 alone 8 bytes each, else 20. */
export interface Slice {
  /** Of each the words that tell them apart: one, or all four. */
  starts: Uint32Array;
  of: Uint32Array;
}

/** The slice as text: base64 of the numbers, little endian as all machines are on which this runs. */
export function packSlice(boundaries: readonly Boundary[]): string {
  const each = boundaries.every(({ from }) => isShort(from)) ? 1 : words;
  const numbers = new Uint32Array(1 + boundaries.length * (each + 1));
  numbers[0] = boundaries.length;
  const starts = numbers.subarray(1);
  boundaries.forEach(({ from, of }, place) => {
    if (each === 1) starts[place] = lowOf(from);
    else putBits(starts, place, from);
    numbers[1 + boundaries.length * each + place] = of;
  });
  return toBase64(new Uint8Array(numbers.buffer));
}

export function unpackSlice(text: string): Slice {
  const numbers = new Uint32Array(Math.floor((text.length * 3) / 16));
  fromBase64(text, new Uint8Array(numbers.buffer), 0);
  const size = numbers[0] ?? 0;
  return { starts: numbers.subarray(1, numbers.length - size), of: numbers.subarray(numbers.length - size) };
}

/** The number of whose address this is; 0 for nobody's, and for one before the slice. */
export function findIn({ starts, of }: Slice, bits: bigint): number {
  const each = starts.length / of.length;
  if (each === 1 && bits < mapped) return 0;
  const asked = new Uint32Array(words);
  // Behind the last address of IPv4 a slice of IPv4 says nothing new.
  if (each === 1) asked[0] = isShort(bits) ? lowOf(bits) : 0xffffffff;
  else putBits(asked, 0, bits);
  let [low, high] = [0, of.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = starts[middle] ?? 0;
    if (each === 1 ? start > (asked[0] ?? 0) : compareWords(starts, middle, asked, 0) > 0) high = middle;
    else low = middle + 1;
  }
  return low === 0 ? 0 : (of[low - 1] ?? 0);
}

function isShort(bits: bigint): boolean {
  return bits >= mapped && bits <= mapped + 0xffffffffn;
}

function lowOf(bits: bigint): number {
  return Number(BigInt.asUintN(32, bits));
}
