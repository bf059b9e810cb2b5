import type { FeedRow } from './row.ts';

const delimiters = [',', ';', '\t'];
/** A record is read again with each chunk until it is whole; a quote that nobody closes must not swallow the file. */
const longest = 1024 * 1024;

/**
 * Rows of CSV or TSV with a head line (RFC 4180), as they are read. The delimiter is the one of comma, semicolon and tab that the
 * head line has most of. Throws where a quoted field never ends: the file was cut off.
 */
export async function* delimitedRows(chunks: AsyncIterable<string>): AsyncGenerator<FeedRow> {
  let head: readonly string[] | null = null;
  for await (const { line, cells } of records(chunks)) {
    if (cells.length === 1 && cells[0] === '') continue;
    if (!head) {
      head = cells.map((name) => name.trim());
      continue;
    }
    const row: Record<string, string> = {};
    for (let column = 0; column < head.length; column++) row[head[column] ?? ''] = cells[column] ?? '';
    yield { line, row };
  }
}

interface Entry {
  /** On which it begins. */
  line: number;
  cells: string[];
}

async function* records(chunks: AsyncIterable<string>): AsyncGenerator<Entry> {
  const state = { rest: '', line: 1, delimiter: null as string | null };
  for await (const chunk of chunks) {
    state.rest += chunk;
    yield* take(state, false);
    if (state.rest.length > longest) throw new Error(`Line ${state.line} does not end; is a quote not closed?`);
  }
  yield* take(state, true);
  if (state.rest !== '') throw new Error(`The file ends in the middle of line ${state.line}.`);
}

/** The records that are whole; `isAll`: nothing comes after this. */
function* take(state: { rest: string; line: number; delimiter: string | null }, isAll: boolean): Generator<Entry> {
  let from = 0;
  while (from < state.rest.length) {
    state.delimiter ??= delimiterOf(state.rest, isAll);
    const read = state.delimiter === null ? null : readRecord(state.rest, from, state.delimiter, isAll);
    if (!read) break;
    yield { line: state.line, cells: read.cells };
    from = read.next;
    state.line += read.lines;
  }
  state.rest = state.rest.slice(from);
}

function delimiterOf(text: string, isAll: boolean): string | null {
  let best: { delimiter: string; cells: number } | null = null;
  for (const delimiter of delimiters) {
    const read = readRecord(text, 0, delimiter, isAll);
    if (!read) return null;
    if (!best || read.cells.length > best.cells) best = { delimiter, cells: read.cells.length };
  }
  return best?.delimiter ?? null;
}

/** One record, or null where its end is still to come. */
function readRecord(text: string, from: number, delimiter: string, isAll: boolean) {
  const cells: string[] = [];
  let lines = 1;
  let place = from;
  for (;;) {
    let cell = '';
    if (text[place] === '"') {
      const closing = closingQuote(text, place + 1, isAll);
      if (closing < 0) return null;
      cell = text.slice(place + 1, closing);
      lines += cell.includes('\n') ? cell.split('\n').length - 1 : 0;
      if (cell.includes('"')) cell = cell.replaceAll('""', '"');
      place = closing + 1;
    }
    const end = endOfCell(text, place, delimiter);
    // A carriage return at the very end may be the first half of a line's end.
    const isCut = end === text.length || (text[end] === '\r' && end + 1 === text.length);
    if (isCut && !isAll) return null;
    cells.push(cell + text.slice(place, end));
    if (text[end] !== delimiter) {
      const next = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : Math.min(end + 1, text.length);
      return { cells, next, lines };
    }
    place = end + 1;
  }
}

/** -1 where it is still to come. */
function closingQuote(text: string, from: number, isAll: boolean): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (at + 1 === text.length && !isAll) return -1;
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  const code = delimiter.charCodeAt(0);
  for (let place = from; place < text.length; place++) {
    const at = text.charCodeAt(place);
    if (at === code || at === 10 || at === 13) return place;
  }
  return text.length;
}
