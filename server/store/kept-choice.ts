import type { Store } from './store.ts';

/** Who chose, and when; ms since 1970. */
export interface Chooser {
  by: string;
  at: number;
}

/** What the merchant has chosen, in memory; each choice is kept with who made it. */
export interface KeptChoice<T> {
  readonly current: T;
  /** Of what holds: another one for each choice. */
  readonly version: number;
  /**
   * One after the other; what holds already is no other choice. `check` is asked in its turn for the version that holds then, and may
   * throw. Returns the version that holds afterwards.
   */
  choose(next: T, who: Chooser, check?: (version: number) => void): Promise<number>;
  /** What was chosen, the newest first. */
  history(): Promise<({ chosen: T; version: number } & Chooser)[]>;
}

export interface Kind<T> {
  /** A table of `id`, `body`, `by`, `at`. */
  table: 'tastes' | 'rankings' | 'occasion_choices' | 'campaign_commons' | 'order_forms';
  /** As long as nobody has chosen; `first` is its version. */
  usual: T;
  first: number;
  /** Throws where it is none. */
  check(next: unknown): T;
  /** Of what was kept, by this version or one before it. */
  read(kept: unknown): T;
}

/** Choices that are kept to be looked at. */
const most = 100;

export async function openKeptChoice<T>(
  { all, write }: Pick<Store, 'all' | 'write'>,
  { table, usual, first, check: checked, read }: Kind<T>,
): Promise<KeptChoice<T>> {
  const kept = async () => {
    const rows = await all(`SELECT id, body, "by", at FROM ${table} ORDER BY id DESC LIMIT ${most}`, []);
    return rows.map(([id, body, by, at]) => ({
      chosen: read(JSON.parse(String(body))),
      version: Number(id),
      by: String(by),
      at: Number(at),
    }));
  };
  const [newest] = await kept();
  let current = newest?.chosen ?? usual;
  let version = newest?.version ?? first;
  let last: Promise<unknown> = Promise.resolve();

  async function chooseNow(next: T, { by, at }: Chooser, check?: (version: number) => void): Promise<number> {
    check?.(version);
    const body = JSON.stringify(checked(next));
    if (body === JSON.stringify(checked(current))) return version;
    await write([
      { sql: `INSERT INTO ${table} (id, body, "by", at) VALUES (?, ?, ?, ?)`, params: [version + 1, body, by, at] },
      { sql: `DELETE FROM ${table} WHERE id <= ?`, params: [version + 1 - most] },
    ]);
    current = read(JSON.parse(body));
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
    choose: (next, who, check) => {
      const done = last.catch(() => {}).then(() => chooseNow(next, who, check));
      last = done;
      return done;
    },
    history: kept,
  };
}
