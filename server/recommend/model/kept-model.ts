import { fromBase64, toBase64 } from '../../base64.ts';
import type { Store } from '../../store/store.ts';
import { type Packed, pack, unpack } from './packed.ts';

/** Bytes in a part; a multiple of 3, so that only the last one has a rest. An object at the edge holds at most 2 MB in a row. */
const partBytes = 192 * 1024;
/** Parts that are read at once. */
const together = 16;

/**
 * Writes the model part by part, so that no commit of visitors waits for all of it, and then takes the older one away. When it is
 * stopped, none is left of it.
 */
export async function keepModel(
  store: Pick<Store, 'all' | 'write'>,
  packed: Packed,
  isStopped: () => boolean,
): Promise<void> {
  const pieces = pack(packed);
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  const [row] = await store.all('SELECT coalesce(max(keeping), 0) FROM model_parts', []);
  const keeping = Number(row?.[0]) + 1;
  const parts = Math.ceil(size / partBytes);
  for (let part = 0; part < parts && !isStopped(); part++) {
    const body = toBase64(bytesAt(pieces, part * partBytes, Math.min(size, (part + 1) * partBytes)));
    await store.write([
      {
        sql: 'INSERT INTO model_parts (keeping, part, parts, body) VALUES (?, ?, ?, ?)',
        params: [keeping, part, parts, body],
      },
    ]);
  }
  const gone = isStopped() ? 'keeping = ?' : 'keeping < ?';
  await store.write([{ sql: `DELETE FROM model_parts WHERE ${gone}`, params: [keeping] }]);
}

/** Null where none was kept whole. */
export async function readKept(store: Pick<Store, 'all'>): Promise<Packed | null> {
  const [newest] = await store.all(
    'SELECT keeping, parts FROM model_parts GROUP BY keeping HAVING count(*) = parts ORDER BY keeping DESC LIMIT 1',
    [],
  );
  if (!newest) return null;
  const [keeping = 0, parts = 0] = newest.map(Number);
  const bytes = new Uint8Array(parts * partBytes);
  let at = 0;
  for (let from = 0; from < parts; from += together) {
    const rows = await store.all('SELECT body FROM model_parts WHERE keeping = ? AND part >= ? ORDER BY part LIMIT ?', [
      keeping,
      from,
      together,
    ]);
    for (const [body] of rows) at = fromBase64(String(body), bytes, at);
  }
  return unpack(bytes);
}

function bytesAt(pieces: readonly Uint8Array[], from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(to - from);
  let at = 0;
  for (const piece of pieces) {
    const begin = Math.max(from, at);
    const end = Math.min(to, at + piece.length);
    if (begin < end) bytes.set(piece.subarray(begin - at, end - at), begin - from);
    at += piece.length;
  }
  return bytes;
}
