import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Failure, type Options, textOf, UsageError } from '../command.ts';

/** The lines of the file that an option names; of a gzipped one, too. */
export async function readLines(options: Options, name: string): Promise<string[]> {
  const path = textOf(options, name);
  if (path === undefined) throw new UsageError(`Name the file: --${name} FILE.`);
  const bytes = await readFile(path).catch((cause) => {
    throw new Failure(`${path} cannot be read.`, { cause });
  });
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = (isPacked ? await promisify(gunzip)(bytes) : bytes).toString('utf8');
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new Failure(`${path} is empty.`);
  return lines;
}
