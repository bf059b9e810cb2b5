type Column = Int32Array | Float32Array | Float64Array;

/** Columns of numbers and what is to be known of them, as bytes. */
export interface Packed {
  /** What JSON can hold. */
  header: unknown;
  columns: Record<string, Column>;
}

const kinds = { i4: Int32Array, f4: Float32Array, f8: Float64Array };

/**
 * The bytes as pieces that follow each other, since all of them at once would have to be copied. Little endian, as all machines
 * are on which this runs: the length of the description as uint32, the description (JSON), then the columns one after the
 * other, each from a multiple of 8 on.
 */
export function pack({ header, columns }: Packed): Uint8Array[] {
  const described = Object.entries(columns).map(([name, column]) => ({
    ...{ name, kind: kindOf(column), length: column.length },
  }));
  const description = new TextEncoder().encode(JSON.stringify({ header, columns: described }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, description.length, true);
  return [
    ...[length, description, restOf(4 + description.length)],
    ...Object.values(columns).flatMap(({ buffer, byteOffset, byteLength }) => [
      new Uint8Array(buffer, byteOffset, byteLength),
      restOf(byteLength),
    ]),
  ];
}

/** Throws where these bytes are none of ours. */
export function unpack(bytes: Uint8Array<ArrayBuffer>): Packed {
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const described = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as {
    header: unknown;
    columns: { name: string; kind: keyof typeof kinds; length: number }[];
  };
  let at = aligned(4 + length);
  const columns: Packed['columns'] = {};
  for (const { name, kind, length } of described.columns) {
    const column = new kinds[kind](bytes.buffer, at, length);
    columns[name] = column;
    at += aligned(column.byteLength);
  }
  return { header: described.header, columns };
}

function kindOf(column: Column): keyof typeof kinds {
  if (column instanceof Int32Array) return 'i4';
  return column instanceof Float32Array ? 'f4' : 'f8';
}

function restOf(size: number): Uint8Array {
  return new Uint8Array(aligned(size) - size);
}

function aligned(size: number): number {
  return Math.ceil(size / 8) * 8;
}
