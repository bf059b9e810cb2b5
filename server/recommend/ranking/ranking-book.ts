import { desc } from 'drizzle-orm';
import { Problem } from '../../problem.ts';
import type { Store } from '../../store/store.ts';
import { rankings } from '../table.ts';
import { Ranking, usualRanking } from './ranking.ts';

/** How the shop's own lists are put into another order, in memory: each list that is ranked asks. */
export interface RankingBook {
  readonly current: Ranking;
  /** Of what holds: 1 as long as nobody has chosen. */
  readonly version: number;
  /** `base`: the version that was changed; a `Problem` where another one holds by now. Returns the version that holds then. */
  choose(ranking: Ranking, base: number, who: { by: string; at: number }): Promise<number>;
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
  let last: Promise<unknown> = Promise.resolve();

  async function chooseNow(next: Ranking, base: number, { by, at }: { by: string; at: number }): Promise<number> {
    if (base !== version)
      throw new Problem(409, 'ranking-changed', `The order has changed meanwhile: version ${version} holds now.`, {
        field: 'base',
      });
    const body = JSON.stringify(Ranking.parse(next));
    if (body === JSON.stringify(Ranking.parse(current))) return version;
    await write([
      { sql: 'INSERT INTO rankings (id, body, by, at) VALUES (?, ?, ?, ?)', params: [version + 1, body, by, at] },
      { sql: 'DELETE FROM rankings WHERE id <= ?', params: [version + 1 - most] },
    ]);
    current = next;
    version++;
    return version;
  }

  return {
    get current() {
      return current;
    },
    get version() {
      return version;
    },
    choose: (ranking, base, who) => {
      const done = last.catch(() => {}).then(() => chooseNow(ranking, base, who));
      last = done;
      return done;
    },
    history: async () =>
      (await read()).map(({ id, body, by, at }) => ({ ranking: Ranking.parse(JSON.parse(body)), version: id, by, at })),
  };
}
