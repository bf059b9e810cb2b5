import { basename } from 'node:path';
import { openCompanies } from '../companies/company-book.ts';
import type { RefusedLine, TakenCompanies } from '../companies/take-companies.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { Failure } from './commands/command.ts';
import { rowsOfFile } from './feed-file.ts';
import { firstOf } from './import-catalog.ts';

interface Options {
  /** Gets the lines so far. */
  progress(lines: number): void;
  refuse(line: RefusedLine): void;
}

/** Puts the companies of a file in place of the ones before; a file without one changes nothing. */
export async function importCompanies(store: Store, path: string, options: Options): Promise<TakenCompanies> {
  const companies = await openCompanies(store);
  const named = { name: basename(path), now: Date.now(), ...options };
  const taken = await companies.take(rowsOfFile(path), named).catch((cause: unknown) => {
    if (!(cause instanceof Problem) || cause.cause instanceof Failure)
      throw cause instanceof Problem ? cause.cause : cause;
    throw new Failure(`${path}: ${cause.message}`, { cause });
  });
  if (taken.ranges === 0) throw new Failure(`${path} has no line with a company. ${firstOf(taken.refused.first)}`);
  return taken;
}
