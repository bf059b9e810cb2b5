import { openSources } from '../enrichment/source-book.ts';
import { lineOf, toldInRows } from '../enrichment/told-in-rows.ts';
import { openQuestions } from '../questions/question-book.ts';
import type { Store } from '../store/store.ts';
import { appendAll, type Imported } from './append-all.ts';
import { Failure } from './commands/command.ts';
import { rowsOfFile } from './feed-file.ts';
import { firstOf } from './import-catalog.ts';

/** Adds what a table tells of people, as the word of this source. `progress` gets the lines so far. */
export async function importProfiles(
  store: Store,
  path: string,
  { source, progress }: { source: string; progress: (lines: number) => void },
): Promise<Imported> {
  const [questions, sources, now] = [await openQuestions(store), await openSources(store, () => null), Date.now()];
  sources.check(source);
  const refused: ReturnType<typeof lineOf>[] = [];
  const rows = toldInRows(rowsOfFile(path), { source, questions, now }, (row) => refused.push(lineOf(row)));
  const appended = await appendAll(store, rows, { chunk: 2_000, progress });
  await sources.note(source, { kept: appended.kept, refused: refused.length }, now);
  if (appended.kept + appended.duplicates === 0)
    throw new Failure(`${path} has no line that tells of somebody. ${firstOf(refused)}`);
  return { ...appended, refused };
}
