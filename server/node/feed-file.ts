import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { feedRows } from '../feeds/feed-rows.ts';
import type { FeedRow } from '../feeds/row.ts';
import { Failure } from './commands/command.ts';

/** The rows of a file, as they are read. */
export async function* rowsOfFile(path: string): AsyncGenerator<FeedRow> {
  await access(path).catch(() => {
    throw new Failure(`${path} cannot be read. Is the name right?`);
  });
  yield* feedRows(
    Readable.toWeb(createReadStream(path, { highWaterMark: 256 * 1024 })) as ReadableStream<Uint8Array<ArrayBuffer>>,
  );
}
