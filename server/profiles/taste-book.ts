import { desc } from 'drizzle-orm';
import type { Store } from '../store/store.ts';
import { tastes } from './table.ts';
import { defaultTaste, type Taste, TasteIn } from './taste.ts';

/** What events weighed from a moment (ms) on, by whose choice. */
export interface ChosenTaste {
  taste: Taste;
  by: string;
  at: number;
}

/** The shop's taste in memory: whatever reads likings asks it. */
export interface TasteBook {
  readonly current: Taste;
  /** Another one for each choice: 0 as long as nobody has chosen. */
  readonly version: number;
  choose(taste: Taste, who: { by: string; at: number }): Promise<void>;
  /** What was chosen, the newest first. */
  history(): Promise<ChosenTaste[]>;
}

/** Choices that are kept to be looked at. */
const most = 100;

export async function openTaste({ db, write }: Pick<Store, 'db' | 'write'>): Promise<TasteBook> {
  const read = () => db.select().from(tastes).orderBy(desc(tastes.id)).limit(most);
  const [newest] = await read();
  let current = newest ? tasteIn(newest.body) : defaultTaste;
  let version = newest?.id ?? 0;
  let last: Promise<void> = Promise.resolve();

  async function chooseNow(taste: Taste, { by, at }: { by: string; at: number }): Promise<void> {
    const next = TasteIn.parse(taste);
    const body = JSON.stringify(next);
    if (body === JSON.stringify(TasteIn.parse(current))) return;
    await write([
      { sql: 'INSERT INTO tastes (id, body, by, at) VALUES (?, ?, ?, ?)', params: [version + 1, body, by, at] },
      { sql: 'DELETE FROM tastes WHERE id <= ?', params: [version + 1 - most] },
    ]);
    current = next;
    version++;
  }

  return {
    get current() {
      return current;
    },
    get version() {
      return version;
    },
    choose: (taste, who) => {
      last = last.catch(() => {}).then(() => chooseNow(taste, who));
      return last;
    },
    history: async () => (await read()).map(({ body, by, at }) => ({ taste: tasteIn(body), by, at })),
  };
}

/** What has come to weigh since it was chosen weighs as it does where nobody has chosen. */
function tasteIn(body: string): Taste {
  const { weights, halfLifeDays } = JSON.parse(body) as Taste;
  return { weights: { ...defaultTaste.weights, ...weights }, halfLifeDays };
}
