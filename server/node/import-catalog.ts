import type { Mapping } from '../feeds/mapping.ts';
import { type RefusedLine, type Taken, takeFeed } from '../feeds/take-feed.ts';
import type { Store } from '../store/store.ts';
import { Failure } from './commands/command.ts';
import { rowsOfFile } from './feed-file.ts';

interface Options {
  currency: string;
  now: number;
  mapping?: Mapping;
  progress?(lines: number): void;
  refuse?(line: RefusedLine): void;
}

/** Puts the catalogue of a file in place of the one before; a file without one good line changes nothing. */
export async function importCatalog(store: Store, path: string, options: Options): Promise<Taken> {
  const taken = await takeFeed(store, rowsOfFile(path), options).catch((cause: unknown) => {
    if (cause instanceof Failure) throw cause;
    throw new Failure(
      `${path} could not be read to its end, and nothing was changed. ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    );
  });
  if (taken.kept === 0) throw new Failure(`${path} has no line that is a product. ${firstOf(taken.refused.first)}`);
  return taken;
}

export function firstOf(refused: readonly RefusedLine[]): string {
  const [first] = refused;
  return first ? `Line ${first.line}: ${first.reason}` : 'It is empty.';
}
