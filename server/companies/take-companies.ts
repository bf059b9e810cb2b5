import { unhurried } from '../customers/unhurried.ts';
import { Refused } from '../refused.ts';
import type { Statement, Store } from '../store/store.ts';
import { createParts, packCompany } from './company-parts.ts';
import { type Boundary, flatten } from './flatten.ts';
import { createRanges, type RangeColumns } from './range-columns.ts';
import { columnsOf, readRange } from './read-range.ts';
import { packSlice } from './slice.ts';

export interface RefusedLine {
  line: number;
  reason: string;
}

export interface TakenCompanies {
  /** Ranges of a company, and of nobody's. */
  ranges: number;
  nobody: number;
  companies: number;
  refused: { count: number; first: RefusedLine[] };
}

export interface TakeOptions {
  /** Of the file. */
  name: string;
  /** ms since 1970. */
  now: number;
  /** Gets the lines so far. */
  progress?: ((lines: number) => void) | undefined;
  /** Gets each refused line. */
  refuse?: ((line: RefusedLine) => void) | undefined;
}

export type Rows = AsyncIterable<{ line: number; row: Record<string, string> }>;

interface Staging {
  store: Pick<Store, 'all' | 'write'>;
  file: number;
}

const mostRanges = 1_000_000;
/** Boundaries in a slice, and slices in a commit: visitors' events wait for each. */
const sliceSize = 1_024;
const together = 8;
const shown = 100;
/** ms of reading between two pauses. */
const slice = 8;

/**
 * Puts the companies of a file in place of the ones before, which can be put back. All of it is kept beside them first, and then
 * takes their place in one transaction: a file that breaks off, or has no company, changes nothing. Throws an `Error` for a
 * file that cannot be read. `days`: how many somebody counts as of the company of their address; null for always.
 */
export async function takeCompanies(
  store: Staging['store'],
  rows: Rows,
  options: TakeOptions,
  days: number | null,
): Promise<TakenCompanies> {
  await dropLeftovers(store);
  const [newest] = await store.all('SELECT coalesce(max(id), 0) + 1 FROM company_files', []);
  const staging = { store, file: Number(newest?.[0]) };
  await store.write([{ sql: stage, params: [staging.file, options.name.slice(0, 200), options.now, days] }]);
  try {
    const { ranges, taken } = await readAll(rows, staging, options);
    if (taken.ranges > 0) {
      await keepSlices(ranges, staging);
      const counts = [taken.ranges, taken.companies, taken.nobody, taken.refused.count];
      await store.write([...makePlace, { sql: takePlace, params: [...counts, staging.file] }]);
    }
    return taken;
  } finally {
    await dropLeftovers(store);
  }
}

async function readAll(
  rows: Rows,
  staging: Staging,
  { progress, refuse }: TakeOptions,
): Promise<{ ranges: RangeColumns; taken: TakenCompanies }> {
  const ranges = createRanges();
  const parts = createParts(({ part, body }) =>
    staging.store.write([{ sql: keepPart, params: [staging.file, part, body] }]),
  );
  const refused: TakenCompanies['refused'] = { count: 0, first: [] };
  let columns: ReturnType<typeof columnsOf> | null = null;
  let nobody = 0;
  let began = performance.now();
  for await (const { line, row } of rows) {
    columns ??= columnsOf(Object.keys(row));
    try {
      const { from, to, company } = readRange(row, columns);
      if (ranges.size === mostRanges) throw new Error(`A file has at most ${mostRanges.toLocaleString('en')} ranges.`);
      if (company === null) nobody++;
      ranges.add(from, to, company === null ? 0 : await parts.numberOf(packCompany(company)));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const one = { line, reason: error.message };
      if (++refused.count <= shown) refused.first.push(one);
      refuse?.(one);
    }
    if (line % 5_000 === 0) progress?.(line);
    // A chunk of the file is some thousand lines, and visitors' events wait for none of them.
    if (line % 100 === 0 && performance.now() - began > slice) {
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
  }
  const companies = await parts.end();
  return { ranges, taken: { ranges: ranges.size - nobody, nobody, companies, refused } };
}

async function keepSlices(ranges: RangeColumns, { store, file }: Staging): Promise<void> {
  const slices = slicesOf(ranges);
  for (;;) {
    const statements = await unhurried(some(slices));
    if (!statements || statements.length === 0) return;
    await store.write(statements.map(({ first, body }) => ({ sql: keepSlice, params: [file, first, body] })));
  }
}

type Kept = { first: string; body: string };

/** The next few; none at the end. */
function* some(slices: Iterator<Kept | undefined>): Generator<undefined, Kept[]> {
  const found: Kept[] = [];
  while (found.length < together) {
    const { value, done } = slices.next();
    if (done) break;
    if (value) found.push(value);
    yield;
  }
  return found;
}

function* slicesOf(ranges: RangeColumns): Generator<Kept | undefined> {
  let waiting: Boundary[] = [];
  for (const boundary of flatten(ranges)) {
    if (boundary) waiting.push(boundary);
    const slice = waiting.length === sliceSize ? sliceAs(waiting) : undefined;
    if (slice) waiting = [];
    yield slice;
  }
  if (waiting.length > 0) yield sliceAs(waiting);
}

function sliceAs(boundaries: readonly Boundary[]): Kept {
  return { first: firstOf(boundaries), body: packSlice(boundaries) };
}

function firstOf([first]: readonly Boundary[]): string {
  return (first?.from ?? 0n).toString(16).padStart(32, '0');
}

/** What nobody looks anything up in: of a file that was not read to its end, or whose place was taken twice. */
export async function dropLeftovers(store: Staging['store']): Promise<void> {
  const known = "(SELECT id FROM company_files WHERE place <> 'staged')";
  const statements: Statement[] = ['company_ranges', 'company_names'].map((table) => ({
    sql: `DELETE FROM ${table} WHERE file NOT IN ${known}`,
    params: [],
  }));
  await store.write([...statements, { sql: "DELETE FROM company_files WHERE place = 'staged'", params: [] }]);
}

const stage =
  'INSERT INTO company_files (id, name, place, at, ranges, companies, nobody, refused, days) ' +
  "VALUES (?, ?, 'staged', ?, 0, 0, 0, 0, ?)";

const keepPart = 'INSERT INTO company_names (file, part, body) VALUES (?, ?, ?)';
const keepSlice = 'INSERT INTO company_ranges (file, first, body) VALUES (?, ?, ?)';

/** The file that is in use makes place: it is the one that can be put back, and the one before it is gone. */
export const makePlace: Statement[] = [
  {
    sql: "DELETE FROM company_files WHERE place = 'previous' AND EXISTS (SELECT 1 FROM company_files WHERE place = 'current')",
    params: [],
  },
  { sql: "UPDATE company_files SET place = 'previous' WHERE place = 'current'", params: [] },
];

const takePlace =
  "UPDATE company_files SET place = 'current', ranges = ?, companies = ?, nobody = ?, refused = ? WHERE id = ?";
