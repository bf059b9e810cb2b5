import type { Store } from '../store/store.ts';

/** The merchant's lists of codes, of which each person is given one. How many are left of each is known without asking the file. */
export interface CouponBook {
  has(list: string): boolean;
  /** How many nobody has yet. */
  left(list: string): number;
  lists(): Promise<CouponList[]>;
  /** Adds codes that are in no list yet; returns how many. */
  add(list: string, codes: readonly string[]): Promise<number>;
  /** Takes back what nobody has; whoever has a code keeps it. Returns how many. */
  withdraw(list: string): Promise<number>;
  /** The one code of a person, on whichever of their devices it was taken; a new one where they have none yet, null where none is left. */
  give(list: string, whom: { visitor: string; visitors: readonly string[] }, at: number): Promise<string | null>;
  /** Of these lists, those of which one of these devices has a code. */
  heldOf(lists: readonly string[], visitors: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface CouponList {
  list: string;
  codes: number;
  taken: number;
  /** With how many of them something was bought. */
  used: number;
}

const step = 2_000;

export async function openCoupons({ all, write }: Pick<Store, 'all' | 'write'>): Promise<CouponBook> {
  const left = new Map<string, number>();
  await count();

  async function count(): Promise<void> {
    const rows = await all('SELECT list, count(*) - count(visitor) FROM coupon_codes GROUP BY list', []);
    left.clear();
    for (const [list, free] of rows) left.set(String(list), Number(free));
  }

  /** Of two devices that ask at once each has its answer here. */
  async function held(list: string, visitors: readonly string[]): Promise<string | null> {
    const [row] = await all(firstHeld, [list, JSON.stringify(visitors)]);
    return row ? String(row[0]) : null;
  }

  return {
    has: (list) => left.has(list),
    left: (list) => left.get(list) ?? 0,
    lists: async () => {
      const rows = await all('SELECT list, count(*), count(visitor) FROM coupon_codes GROUP BY list ORDER BY list', []);
      const used = await usedOf(all);
      return rows.map(([list, codes, taken]) => ({
        list: String(list),
        codes: Number(codes),
        taken: Number(taken),
        used: used.get(String(list)) ?? 0,
      }));
    },
    add: async (list, codes) => {
      let added = 0;
      for (let from = 0; from < codes.length; from += step) {
        const some = JSON.stringify(codes.slice(from, from + step));
        const [before] = await all(known, [some]);
        await write([{ sql: insert, params: [list, some] }]);
        const [after] = await all(known, [some]);
        added += Number(after?.[0]) - Number(before?.[0]);
      }
      await count();
      return added;
    },
    withdraw: async (list) => {
      const free = left.get(list) ?? 0;
      await write([{ sql: 'DELETE FROM coupon_codes WHERE list = ? AND visitor IS NULL', params: [list] }]);
      await count();
      return free - (left.get(list) ?? 0);
    },
    give: async (list, { visitor, visitors }, at) => {
      const had = await held(list, visitors);
      if (had !== null || !left.get(list)) return had;
      await write([{ sql: take, params: [visitor, at, list, list, JSON.stringify(visitors)] }]);
      await count();
      return held(list, visitors);
    },
    heldOf: async (lists, visitors) => {
      const rows = await all(
        'SELECT DISTINCT list FROM coupon_codes WHERE visitor IN (SELECT value FROM json_each(?)) AND list IN (SELECT value FROM json_each(?))',
        [JSON.stringify(visitors), JSON.stringify(lists)],
      );
      return new Set(rows.map(([list]) => String(list)));
    },
  };
}

const known = 'SELECT count(*) FROM coupon_codes WHERE code IN (SELECT value FROM json_each(?))';
const insert =
  'INSERT INTO coupon_codes (list, code) SELECT ?, value FROM json_each(?) WHERE true ON CONFLICT (code) DO NOTHING';
/** Two devices of one person may each have taken one before it was known that they are one: then the first holds. */
const firstHeld =
  'SELECT code FROM coupon_codes WHERE list = ? AND visitor IN (SELECT value FROM json_each(?)) ORDER BY at, code LIMIT 1';
/** In one statement, so that nothing comes between the look and the taking. */
const take =
  'UPDATE coupon_codes SET visitor = ?, at = ? WHERE code = ' +
  '(SELECT code FROM coupon_codes WHERE list = ? AND visitor IS NULL ORDER BY code LIMIT 1) AND NOT EXISTS ' +
  '(SELECT 1 FROM coupon_codes WHERE list = ? AND visitor IN (SELECT value FROM json_each(?)))';

/** List -> how many of its codes a purchase names. A shop may name several at once, with commas between them. */
async function usedOf(all: Store['all']): Promise<Map<string, number>> {
  const named = await all(
    "SELECT DISTINCT body ->> '$.params.coupon' FROM log WHERE name IN ('purchase', 'refund') AND name = 'purchase'",
    [],
  );
  const codes = named.flatMap(([coupon]) => (coupon === null ? [] : String(coupon).split(/\s*,\s*/)));
  const rows = await all(
    'SELECT list, count(*) FROM coupon_codes WHERE visitor IS NOT NULL AND code IN (SELECT value FROM json_each(?)) GROUP BY list',
    [JSON.stringify(codes)],
  );
  return new Map(rows.map(([list, count]) => [String(list), Number(count)]));
}
