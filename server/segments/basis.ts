import type { CustomerBook } from '../customers/customer-book.ts';
import type { DayModels } from '../customers/outlook.ts';
import { scalesOf } from '../customers/standing.ts';
import { day } from '../profiles/profile.ts';
import type { Statement, Store } from '../store/store.ts';

/** What the rows of the audience are made by, beside what each person did. */
export interface Basis {
  currency: string;
  outlook: DayModels;
}

/** Keeps it, and up to where everyone's row is made by it. */
export interface BasisBook {
  readonly current: Basis;
  /** Fits the models of the day, where it is another day or the shop has many more orders than when they were fitted. */
  foresee(): Promise<void>;
  /** Rows of the buckets from this one on may still be made by another one; `buckets` where none are. */
  readonly made: number;
  /** Writes rows, and that with them all before this bucket are made, unless by another basis than the current one. */
  keepRows(rows: readonly Statement[], by: Basis, before: number): Promise<void>;
}

interface Sources {
  store: Pick<Store, 'all' | 'write'>;
  customers: CustomerBook;
  currency: string;
  /** ms since 1970. */
  now(): number;
}

/** As many more orders, and the models are old. */
const growth = 1.25;
const few = 20;

export async function openBasis({ store, customers, currency, now }: Sources): Promise<BasisBook> {
  const [row] = await store.all("SELECT body, made FROM audience_basis WHERE name = 'outlook'", []);
  let current: Basis = { currency, outlook: row ? (JSON.parse(String(row[0])) as DayModels) : modelsOf(-1, 0, []) };
  let made = row ? Number(row[1]) : 0;

  /** As the shop's models say now. */
  function modelsOf(of: number, orders: number, all: Parameters<typeof scalesOf>[0]): DayModels {
    const { models, clocks } = customers.models.current;
    return {
      ...{ day: of, orders, repeats: models.repeats.best, spending: models.spending.best, clock: clocks.orders },
      scales: scalesOf(all, (of + 1) * day),
    };
  }

  return {
    get current() {
      return current;
    },
    get made() {
      return made;
    },
    foresee: async () => {
      const today = Math.floor(now() / day);
      const [[count] = [0]] = await store.all('SELECT count(*) FROM orders', []);
      const orders = Number(count);
      const { outlook } = current;
      if (orders === 0 || (outlook.day === today && orders <= outlook.orders * growth + few)) return;
      const all = await customers.all();
      await customers.models.refresh(all);
      const body = modelsOf(today, orders, all);
      await store.write([{ sql: keep, params: [JSON.stringify(body)] }]);
      current = { ...current, outlook: body };
      made = 0;
    },
    keepRows: async (rows, by, before) => {
      const mark = { sql: "UPDATE audience_basis SET made = ? WHERE name = 'outlook'", params: [before] };
      await store.write(by === current ? [...rows, mark] : rows);
      if (by === current) made = before;
    },
  };
}

const keep =
  "INSERT INTO audience_basis (name, body, made) VALUES ('outlook', ?, 0) " +
  'ON CONFLICT (name) DO UPDATE SET body = excluded.body, made = 0';
