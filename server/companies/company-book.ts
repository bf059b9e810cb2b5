import { addressBits } from '../address-bits.ts';
import type { Company } from '../log/log-event.ts';
import { isPrivate } from '../private-address.ts';
import { Problem } from '../problem.ts';
import { addressSource, type SourceRule } from '../profiles/believed.ts';
import type { Store } from '../store/store.ts';
import { companiesIn, placeOf } from './company-parts.ts';
import { findIn, type Slice, unpackSlice } from './slice.ts';
import {
  dropLeftovers,
  makePlace,
  type Rows,
  type TakenCompanies,
  type TakeOptions,
  takeCompanies,
} from './take-companies.ts';

export interface CompanyFile {
  id: number;
  name: string;
  /** ms since 1970. */
  at: number;
  ranges: number;
  companies: number;
  nobody: number;
  refused: number;
  /** How many days somebody counts as of the company of their address; null for always. */
  days: number | null;
}

/** Whose address somebody comes from, by a file of the merchant's. */
export interface CompanyBook {
  /** Null for nobody's. What was looked at before answers from memory. */
  of(address: string): Promise<Company | null>;
  current(): CompanyFile | null;
  /** What `putBack` puts in its place. */
  previous(): CompanyFile | null;
  /** How far what it says is believed; none while there is no file. */
  rule(): SourceRule | null;
  /** Replaces it; a file without a company changes nothing. Throws a `Problem` for one that cannot be read. */
  take(rows: Rows, options: TakeOptions): Promise<TakenCompanies>;
  /** Takes it away, as `putBack` can undo. Throws a `Problem` where there is none, as `putBack` does. */
  remove(): Promise<void>;
  putBack(): Promise<void>;
  believe(days: number | null): Promise<void>;
}

/** Until the merchant says otherwise: people change places of work, and addresses their holders. */
const usualDays = 90;
/** Parts of 256 companies in memory: some MB at most. */
const mostParts = 64;

interface Files {
  current: CompanyFile | null;
  previous: CompanyFile | null;
}

export async function openCompanies(store: Pick<Store, 'all' | 'write'>): Promise<CompanyBook> {
  await dropLeftovers(store);
  let files = await filesOf(store);
  let lookUp = lookingUp(files.current, store);
  let isTaking = false;

  async function look(): Promise<void> {
    const before = files.current?.id;
    files = await filesOf(store);
    if (files.current?.id !== before) lookUp = lookingUp(files.current, store);
  }

  return {
    of: (address) => lookUp(address),
    current: () => files.current,
    previous: () => files.previous,
    rule: () => files.current && { id: addressSource, days: files.current.days },
    take: async (rows, options) => {
      if (isTaking) throw new Problem(409, 'import-running', 'Another file of companies is being read.');
      isTaking = true;
      try {
        const days = files.current ? files.current.days : (files.previous?.days ?? usualDays);
        return await takeCompanies(store, rows, options, days);
      } catch (cause) {
        if (cause instanceof Problem) throw cause;
        const said = cause instanceof Error ? cause.message : String(cause);
        throw new Problem(422, 'unreadable', `${said} Nothing was changed.`, { field: 'file', cause });
      } finally {
        isTaking = false;
        await look();
      }
    },
    remove: async () => {
      if (!files.current) throw new Problem(404, 'no-companies', 'There is no file of companies.');
      await store.write(makePlace);
      await dropLeftovers(store);
      await look();
    },
    putBack: async () => {
      if (!files.previous) throw new Problem(404, 'no-companies', 'There is no file of companies from before.');
      await store.write([{ sql: exchange, params: [] }]);
      await look();
    },
    believe: async (days) => {
      if (!files.current) throw new Problem(404, 'no-companies', 'There is no file of companies.');
      await store.write([{ sql: "UPDATE company_files SET days = ? WHERE place = 'current'", params: [days] }]);
      await look();
    },
  };
}

/**
 * Looks addresses up in one file. Slices stay in memory once they were read, 8 bytes for each boundary of IPv4 and 20 of IPv6: all
 * of them, of half a million ranges, some 8 MB.
 */
function lookingUp(file: CompanyFile | null, store: Pick<Store, 'all'>): CompanyBook['of'] {
  if (!file) return async () => null;
  let firsts: Promise<bigint[]> | null = null;
  const slices = new Map<bigint, Slice>();
  const parts = new Map<number, readonly Company[]>();

  async function sliceAt(first: bigint): Promise<Slice | null> {
    const known = slices.get(first);
    if (known) return known;
    const key = first.toString(16).padStart(32, '0');
    const [row] = await store.all('SELECT body FROM company_ranges WHERE file = ? AND first = ?', [file?.id ?? 0, key]);
    if (!row) return null;
    const slice = unpackSlice(String(row[0]));
    slices.set(first, slice);
    return slice;
  }

  async function partWith(part: number): Promise<readonly Company[]> {
    const known = parts.get(part);
    // Put in again, so that the one that was not asked for longest comes first.
    parts.delete(part);
    const companies = known ?? (await readPart(part));
    parts.set(part, companies);
    for (const oldest of parts.keys()) {
      if (parts.size <= mostParts) break;
      parts.delete(oldest);
    }
    return companies;
  }

  async function readPart(part: number): Promise<readonly Company[]> {
    const [row] = await store.all('SELECT body FROM company_names WHERE file = ? AND part = ?', [file?.id ?? 0, part]);
    return companiesIn(String(row?.[0] ?? '[]'));
  }

  return async (address) => {
    const bits = addressBits(address);
    if (bits === null || isPrivate(bits)) return null;
    firsts ??= firstsOf(file, store);
    // A failure may pass.
    const all = await firsts.catch((error: unknown) => {
      firsts = null;
      throw error;
    });
    const first = lastUpTo(bits, all);
    const slice = first === null ? null : await sliceAt(first);
    const number = slice ? findIn(slice, bits) : 0;
    if (number === 0) return null;
    const { part, at } = placeOf(number);
    return (await partWith(part))[at] ?? null;
  };
}

async function firstsOf({ id }: CompanyFile, store: Pick<Store, 'all'>): Promise<bigint[]> {
  const rows = await store.all('SELECT first FROM company_ranges WHERE file = ? ORDER BY first', [id]);
  return rows.map(([first]) => BigInt(`0x${first}`));
}

function lastUpTo(bits: bigint, firsts: readonly bigint[]): bigint | null {
  let [low, high] = [0, firsts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] ?? 0n) > bits) high = middle;
    else low = middle + 1;
  }
  return firsts[low - 1] ?? null;
}

async function filesOf(store: Pick<Store, 'all'>): Promise<Files> {
  const rows = await store.all(
    'SELECT place, id, name, at, ranges, companies, nobody, refused, days FROM company_files',
    [],
  );
  const at = (place: string): CompanyFile | null => {
    const found = rows.find(([is]) => is === place);
    if (!found) return null;
    const [, id, name, at, ranges, companies, nobody, refused, days] = found;
    const counts = { ranges: Number(ranges), companies: Number(companies), nobody: Number(nobody) };
    const read = { id: Number(id), name: String(name), at: Number(at), refused: Number(refused) };
    return { ...read, ...counts, days: days === null || days === undefined ? null : Number(days) };
  };
  return { current: at('current'), previous: at('previous') };
}

const exchange =
  "UPDATE company_files SET place = CASE place WHEN 'current' THEN 'previous' ELSE 'current' END WHERE place <> 'staged'";
