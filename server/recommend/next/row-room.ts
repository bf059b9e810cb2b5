import type { Row } from './co-occurrence.ts';

/** Holds rows one after the other in pieces that are used again: memory of columns is given back late, and a fit makes many. */
export interface RowRoom {
  /** A copy of the row, good until `clear`. */
  keep(row: Row): Row;
  clear(): void;
  /** That are in use. */
  bytes(): number;
}

interface Piece {
  items: Int32Array;
  weights: Float64Array;
}

const pieceSize = 2 ** 15;
/** Of a row beside its entries, and of each of these. */
const rowBytes = 300;
const entryBytes = 12;

export function createRowRoom(): RowRoom {
  const pieces: Piece[] = [];
  let piece = -1;
  let end = pieceSize;
  let rows = 0;
  let entries = 0;
  const next = (): Piece => {
    piece++;
    end = 0;
    const known = pieces[piece] ?? { items: new Int32Array(pieceSize), weights: new Float64Array(pieceSize) };
    pieces[piece] = known;
    return known;
  };
  return {
    keep: ({ items, weights, size }) => {
      rows++;
      entries += size;
      // A row that is longer than a piece stands alone.
      if (size > pieceSize) return { items: items.slice(0, size), weights: weights.slice(0, size), size };
      const into = end + size > pieceSize ? next() : (pieces[piece] ?? next());
      const from = end;
      end += size;
      into.items.set(items.subarray(0, size), from);
      into.weights.set(weights.subarray(0, size), from);
      return { items: into.items.subarray(from, end), weights: into.weights.subarray(from, end), size };
    },
    clear: () => {
      piece = -1;
      end = pieceSize;
      rows = 0;
      entries = 0;
    },
    bytes: () => rows * rowBytes + entries * entryBytes,
  };
}
