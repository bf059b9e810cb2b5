import type { CustomerBook } from '../customers/customer-book.ts';
import type { DayModels } from '../customers/outlook.ts';
import { scalesOf } from '../customers/standing.ts';
import { day } from '../profiles/profile.ts';
import type { Taste } from '../profiles/taste.ts';
import type { TasteBook } from '../profiles/taste-book.ts';
import type { Statement, Store } from '../store/store.ts';
import { buckets } from './sample.ts';

/** What the rows of the audience are made by, beside what each person did. */
export interface Basis {
  currency: string;
  outlook: DayModels;
  taste: Taste;
}

/** What of it changes: the outlook is of customers alone, the taste of everyone. */
export type Changing = 'outlook' | 'taste';

/** Keeps it, and up to where everyone's row is made by it. */
export interface BasisBook {
  readonly current: Basis;
  /** Fits the models of the day, where it is another day or the shop has many more orders than when they were fitted. */
  foresee(): Promise<void>;
  /** Rows of the buckets from this one on may still be made by another one; `buckets` where none are. */
  made(of: Changing): number;
  /** Writes rows, and that with them all before this bucket are made, unless by another basis than the current one. */
  keepRows(rows: readonly Statement[], made: { of: Changing; by: Basis; before: number }): Promise<void>;
}

interface Sources {
  store: Pick<Store, 'all' | 'write'>;
  customers: CustomerBook;
  taste: Pick<TasteBook, 'current' | 'version'>;
  currency: string;
  /** ms since 1970. */
  now(): number;
}

/** As many more orders, and the models are old. */
const growth = 1.25;
const few = 20;

export async function openBasis({ store, customers, taste, currency, now }: Sources): Promise<BasisBook> {
  const rows = await store.all('SELECT name, body, made FROM audience_basis', []);
  const kept = new Map(rows.map(([name, body, made]) => [String(name), { body: String(body), made: Number(made) }]));
  const foreseen = kept.get('outlook');
  let outlook = foreseen ? (JSON.parse(foreseen.body) as DayModels) : modelsOf(-1, 0, []);
  let foreseenFor = foreseen?.made ?? 0;
  // Before anybody chooses, rows are made by what holds where nobody has chosen.
  let tasted = { version: Number(kept.get('taste')?.body ?? 0), made: kept.get('taste')?.made ?? buckets };
  let current: Basis = { currency, outlook, taste: taste.current };

  /** As the shop's models say now. */
  function modelsOf(of: number, orders: number, all: Parameters<typeof scalesOf>[0]): DayModels {
    const { models, clock } = customers.models.current;
    return {
      ...{ day: of, orders, repeats: models.repeats.best, spending: models.spending.best, clock },
      scales: scalesOf(all, (of + 1) * day),
    };
  }

  /** One object as long as nothing of it has changed. */
  function basis(): Basis {
    if (current.outlook !== outlook || current.taste !== taste.current)
      current = { currency, outlook, taste: taste.current };
    return current;
  }

  function made(of: Changing): number {
    if (of === 'outlook') return foreseenFor;
    return tasted.version === taste.version ? tasted.made : 0;
  }

  return {
    get current() {
      return basis();
    },
    made,
    foresee: async () => {
      const today = Math.floor(now() / day);
      const [[count] = [0]] = await store.all('SELECT count(*) FROM orders', []);
      const orders = Number(count);
      if (orders === 0 || (outlook.day === today && orders <= outlook.orders * growth + few)) return;
      const all = await customers.all();
      await customers.models.refresh(all);
      const next = modelsOf(today, orders, all);
      await store.write([{ sql: keepMark, params: ['outlook', JSON.stringify(next), 0] }]);
      outlook = next;
      foreseenFor = 0;
    },
    keepRows: async (rows, { of, by, before }) => {
      const { version } = taste;
      const body = of === 'outlook' ? JSON.stringify(by.outlook) : String(version);
      const mark = { sql: keepMark, params: [of, body, before] };
      await store.write(by === basis() ? [...rows, mark] : rows);
      if (by !== basis()) return;
      if (of === 'outlook') foreseenFor = before;
      else tasted = { version, made: before };
    },
  };
}

const keepMark =
  'INSERT INTO audience_basis (name, body, made) VALUES (?, ?, ?) ' +
  'ON CONFLICT (name) DO UPDATE SET body = excluded.body, made = excluded.made';
