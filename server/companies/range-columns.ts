/** 32-bit words of an address, the highest first. */
export const words = 4;

/** Ranges as columns of numbers, in the order of their file: a million of them take 36 MB. */
export interface RangeColumns {
  readonly size: number;
  /** `words` numbers each; both ends are in the range. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** The company's number; 0 for nobody's. */
  readonly of: Uint32Array;
}

interface GrowingRanges extends RangeColumns {
  add(from: bigint, to: bigint, of: number): void;
}

export function createRanges(): GrowingRanges {
  let size = 0;
  let [from, to, of] = [new Uint32Array(1024 * words), new Uint32Array(1024 * words), new Uint32Array(1024)];
  return {
    get size() {
      return size;
    },
    get from() {
      return from;
    },
    get to() {
      return to;
    },
    get of() {
      return of;
    },
    add: (first, last, company) => {
      if (size === of.length) [from, to, of] = [twice(from), twice(to), twice(of)];
      putBits(from, size, first);
      putBits(to, size, last);
      of[size++] = company;
    },
  };
}

const shifts = [96n, 64n, 32n, 0n];

/** Into the `words` numbers at this place. */
export function putBits(column: Uint32Array, place: number, bits: bigint): void {
  for (let word = 0; word < words; word++)
    column[place * words + word] = Number(BigInt.asUintN(32, bits >> (shifts[word] ?? 0n)));
}

export function bitsAt(column: Uint32Array, place: number): bigint {
  let bits = 0n;
  for (let word = 0; word < words; word++) bits = (bits << 32n) | BigInt(column[place * words + word] ?? 0);
  return bits;
}

/** Below 0 where the address at this place of `a` comes before that of `b`. */
export function compareWords(a: Uint32Array, place: number, b: Uint32Array, other: number): number {
  for (let word = 0; word < words; word++) {
    const distance = (a[place * words + word] ?? 0) - (b[other * words + word] ?? 0);
    if (distance !== 0) return distance;
  }
  return 0;
}

function twice(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(column.length * 2);
  larger.set(column);
  return larger;
}
