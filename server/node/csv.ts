import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { Failure } from './commands/command.ts';

/** Rows of a CSV or TSV file with a head line, gzip or not, as they are read. */
export async function* csvRows(path: string): AsyncGenerator<{ line: number; row: Record<string, string> }> {
  await access(path).catch(() => {
    throw new Failure(`${path} cannot be read. Is the name right?`);
  });
  const plain = path.replace(/\.gz$/, '');
  const delimiter = plain.endsWith('.tsv') || plain.endsWith('.txt') ? '\t' : ',';
  const parser = parse({ bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: false });
  const file = createReadStream(path);
  file.on('error', (error) => parser.destroy(error));
  (path.endsWith('.gz') ? file.pipe(createGunzip().on('error', (error) => parser.destroy(error))) : file).pipe(parser);
  let head: string[] | null = null;
  let line = 0;
  for await (const record of parser as AsyncIterable<string[]>) {
    line++;
    if (!head) {
      head = record.map((name) => name.trim());
      continue;
    }
    const row: Record<string, string> = {};
    for (let column = 0; column < head.length; column++) row[head[column] ?? ''] = record[column] ?? '';
    yield { line, row };
  }
}
