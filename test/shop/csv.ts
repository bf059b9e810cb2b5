import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** Fields of a CSV line by RFC 4180. */
export const csvFields = (fields: readonly (string | number)[]) => fields.map(field).join(',');

/** Writes pieces of text to a file that appears whole or not at all. */
export async function writeWhole(file: string, pieces: AsyncIterable<string> | Iterable<string>) {
  const unfinished = `${file}.${process.pid}.part`;
  await pipeline(pieces, createWriteStream(unfinished));
  await rename(unfinished, file);
}

function field(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
