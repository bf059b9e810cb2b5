import { type InferResponseType, parseResponse } from 'hono/client';
import { asBytes } from '../api/as-bytes.ts';
import { client } from '../api/client.ts';

export type Preview = InferResponseType<typeof client.catalog.preview.$post>;
export type Taken = InferResponseType<typeof client.catalog.$post>;
/** Our field -> the column of the file. */
export type Mapping = Preview['mapping'];

/** Enough for the first rows, however long the file is. */
const beginning = 256 * 1024;

export function previewFile(file: File): Promise<Preview> {
  return parseResponse(client.catalog.preview.$post(undefined, asBytes(file.slice(0, beginning))));
}

/** The whole file, as the browser reads it from the disk. */
export function sendFile(file: File, mapping: Mapping): Promise<Taken> {
  const map = Object.entries(mapping).map(([field, column]) => `${field}=${column}`);
  return parseResponse(client.catalog.$post({ query: { map } }, asBytes(file)));
}
