import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapped } from '../address-bits.ts';
import { type Boundary, flatten } from './flatten.ts';
import { createRanges } from './range-columns.ts';
import { findIn, packSlice, unpackSlice } from './slice.ts';

interface Range {
  from: bigint;
  to: bigint;
  of: number;
}

const last = (1n << 128n) - 1n;
/** Around the places where words and families meet, so that ranges overlap. */
const near = fc.constantFrom(
  0n,
  mapped,
  mapped + 0xffffffffn,
  mapped + 0x08080800n,
  1n << 125n,
  (1n << 125n) + (1n << 64n),
  last,
);
const address = fc
  .tuple(near, fc.bigInt({ min: -20n, max: 20n }))
  .map(([base, by]) => (base + by < 0n ? 0n : base + by > last ? last : base + by));
const range: fc.Arbitrary<Range> = fc
  .tuple(address, address, fc.integer({ min: 0, max: 6 }))
  .map(([a, b, of]) => ({ from: a < b ? a : b, to: a < b ? b : a, of }));

function flat(ranges: readonly Range[]): Boundary[] {
  const columns = createRanges();
  for (const { from, to, of } of ranges) columns.add(from, to, of);
  return [...flatten(columns)].flatMap((boundary) => boundary ?? []);
}

/** By what the words say: the narrowest, and of those the last. */
function slowly(ranges: readonly Range[], bits: bigint): number {
  let best: Range | undefined;
  for (const one of ranges)
    if (one.from <= bits && bits <= one.to && (!best || one.to - one.from <= best.to - best.from)) best = one;
  return best?.of ?? 0;
}

test('an address is of the narrowest of the ranges that it is in, however they overlap', () => {
  fc.assert(
    fc.property(
      fc.array(range, { maxLength: 24 }),
      fc.array(address, { minLength: 20, maxLength: 40 }),
      (ranges, asked) => {
        const boundaries = flat(ranges);
        const whole = unpackSlice(packSlice(boundaries));
        for (const bits of [...asked, ...ranges.flatMap(({ from, to }) => [from, to])]) {
          const expected = slowly(ranges, bits);
          expect(boundaries.findLast(({ from }) => from <= bits)?.of ?? 0).toBe(expected);
          expect(findIn(whole, bits)).toBe(expected);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

test('boundaries are in the order of addresses, and each says something new', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 40 }), (ranges) => {
      const boundaries = flat(ranges);
      for (const [place, { from, of }] of boundaries.entries()) {
        const before = boundaries[place - 1];
        expect(of).not.toBe(before?.of ?? 0);
        if (before) expect(from > before.from).toBe(true);
      }
    }),
  );
});

test('of IPv4 alone a boundary takes eight bytes', () => {
  const boundaries = Array.from({ length: 300 }, (_, place) => ({ from: mapped + BigInt(place * 7), of: place + 1 }));
  const { starts, of } = unpackSlice(packSlice(boundaries));
  expect(starts.byteLength + of.byteLength).toBe(300 * 8);
  expect(findIn(unpackSlice(packSlice(boundaries)), mapped + 20n)).toBe(3);
});
