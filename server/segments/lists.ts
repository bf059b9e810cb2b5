import type { OpenShop } from '../collect/open-shop.ts';
import { delimitedRows } from '../feeds/delimited.ts';
import { customerKey, emailKey, phoneKey } from '../identity/word.ts';
import { Problem } from '../problem.ts';

/** What came of a list that was read. */
export interface TakenList {
  /** Lines with something in them, the head left out. */
  lines: number;
  /** Different keys in them. */
  keys: number;
  /** Keys that name someone whom the shop knows. */
  known: number;
  /** The first of those that name nobody so far; whoever turns up with one is in the list from then on. */
  unknown: { line: number; value: string }[];
}

const mostLines = 200_000;
const shownUnknown = 100;
const step = 500;

/**
 * Takes customers by name into a list: a file with a head line or without, in which each line has a customer number, an e-mail
 * address or a telephone. A list of this name that is there already is replaced. Throws a `Problem` where nothing can be read.
 */
export async function takeList(name: string, chunks: AsyncIterable<string>, shop: OpenShop): Promise<TakenList> {
  const list = name.toLowerCase();
  const { keys, lines } = await keysIn(chunks).catch((error) => {
    if (error instanceof Problem) throw error;
    throw new Problem(422, 'unreadable', error instanceof Error ? error.message : 'The file cannot be read.', {
      field: 'file',
    });
  });
  if (keys.size === 0)
    throw new Problem(
      422,
      'no-people',
      'The file names nobody: each line needs a customer number or an e-mail address.',
      {
        field: 'file',
      },
    );
  // Who signed in a moment ago is known too.
  await shop.audience.refresh();
  const before = await shop.store.all('SELECT key FROM list_members WHERE list = ?', [list]);
  await shop.store.write([{ sql: 'DELETE FROM list_members WHERE list = ?', params: [list] }]);
  const unknown: TakenList['unknown'] = [];
  let known = 0;
  const all = [...keys];
  for (let from = 0; from < all.length; from += step) {
    const some = all.slice(from, from + step);
    const json = JSON.stringify(some.map(([key]) => key));
    const insert =
      'INSERT INTO list_members (key, list) SELECT value, ? FROM json_each(?) WHERE true ON CONFLICT DO NOTHING';
    await shop.store.write([{ sql: insert, params: [list, json] }]);
    const rows = await shop.store.all(
      'SELECT DISTINCT key FROM identities WHERE key IN (SELECT value FROM json_each(?))',
      [json],
    );
    const found = new Set(rows.map(([key]) => String(key)));
    known += found.size;
    for (const [key, said] of some) if (!found.has(key) && unknown.length < shownUnknown) unknown.push(said);
  }
  await renew([...keys.keys(), ...before.map(([key]) => String(key))], shop);
  return { lines, keys: keys.size, known, unknown };
}

/** Makes the rows of everyone anew who has one of these keys. */
async function renew(keys: readonly string[], { store, audience }: OpenShop): Promise<void> {
  for (let from = 0; from < keys.length; from += step) {
    const rows = await store.all(
      'SELECT DISTINCT visitor FROM identities WHERE key IN (SELECT value FROM json_each(?))',
      [JSON.stringify(keys.slice(from, from + step))],
    );
    await audience.renew(rows.map(([visitor]) => String(visitor)));
  }
}

async function keysIn(chunks: AsyncIterable<string>) {
  const keys = new Map<string, { line: number; value: string }>();
  let lines = 0;
  const take = (line: number, said: Said) => {
    const key = said && keyOf(said);
    if (!said || !key) return;
    lines++;
    if (lines > mostLines)
      throw new Problem(413, 'too-long', `A list has at most ${mostLines} lines.`, { field: 'file' });
    if (!keys.has(key)) keys.set(key, { line, value: said.value });
  };
  let isFirst = true;
  for await (const { line, row } of delimitedRows(chunks)) {
    const head = Object.keys(row);
    // A file without a head begins with someone.
    if (isFirst && !head.some(isTitle)) take(1, saidOf(head.map((value) => ['', value])));
    isFirst = false;
    take(line, saidOf(Object.entries(row)));
  }
  return { keys, lines };
}

type Said = { kind: 'customer' | 'email' | 'phone'; value: string } | null;

const titles = [
  ['customer', /customer|client|kunde|клі[єе]нт|клиент|номер|number|^id$|_id$/i],
  ['email', /mail|пошт|почт/i],
  ['phone', /phone|tel|тел/i],
] as const;

function isTitle(text: string): boolean {
  return !/[\d@]/.test(text) && text.trim() !== '';
}

/** Of a line: the customer number where there is one, else the e-mail address, else the telephone, else what comes first. */
export function saidOf(cells: readonly (readonly [title: string, value: string])[]): Said {
  const filled = cells.map(([title, value]) => [title, value.trim()] as const).filter(([, value]) => value !== '');
  for (const [kind, title] of titles) {
    const found = filled.find(([of, value]) => title.test(of) && (kind !== 'customer' || !value.includes('@')));
    if (found) return { kind, value: found[1] };
  }
  const [first] = filled;
  if (!first) return null;
  return { kind: first[1].includes('@') ? 'email' : first[1].startsWith('+') ? 'phone' : 'customer', value: first[1] };
}

export function keyOf(said: NonNullable<Said>): string | null {
  const value = said.value.replace(/^'/, '').slice(0, 200);
  if (said.kind === 'email') return value.includes('@') ? emailKey(value) : null;
  if (said.kind === 'phone') return /\d{5}/.test(value.replace(/\D/g, '')) ? phoneKey(value) : null;
  return value === '' ? null : customerKey(value);
}
