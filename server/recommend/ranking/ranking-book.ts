import { desc } from 'drizzle-orm';
import type { Store } from '../../store/store.ts';
import { rankings } from '../table.ts';
import { Ranking, usualRanking } from './ranking.ts';

/** How the shop's own lists are put into another order, in memory: each list that is ranked asks. */
export interface RankingBook {
  readonly current: Ranking;
  /** Of what holds: 1 as long as nobody has chosen. */
  readonly version: number;
  choose(ranking: Ranking, who: { by: string; at: number }): Promise<void>;
  /** What was chosen, the newest first. */
  history(): Promise<{ ranking: Ranking; version: number; by: string; at: number }[]>;
}

/** Choices that are kept to be looked at. */
const most = 100;

export async function openRanking({ db, write }: Pick<Store, 'db' | 'write'>): Promise<RankingBook> {
  const read = () => db.select().from(rankings).orderBy(desc(rankings.id)).limit(most);
  const [newest] = await read();
  let current = newest ? Ranking.parse(JSON.parse(newest.body)) : usualRanking;
  let version = newest?.id ?? 1;
  let last: Promise<void> = Promise.resolve();

  async function chooseNow(next: Ranking, { by, at }: { by: string; at: number }): Promise<void> {
    const body = JSON.stringify(Ranking.parse(next));
    if (body === JSON.stringify(Ranking.parse(current))) return;
    await write([
      { sql: 'INSERT INTO rankings (id, body, by, at) VALUES (?, ?, ?, ?)', params: [version + 1, body, by, at] },
      { sql: 'DELETE FROM rankings WHERE id <= ?', params: [version + 1 - most] },
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
    choose: (ranking, who) => {
      last = last.catch(() => {}).then(() => chooseNow(ranking, who));
      return last;
    },
    history: async () =>
      (await read()).map(({ id, body, by, at }) => ({ ranking: Ranking.parse(JSON.parse(body)), version: id, by, at })),
  };
}
