import { Problem } from '../problem.ts';
import type { Store } from './store.ts';

/** Things that staff changes, each with all that it has been; the newest version of each holds. */
export interface Versions<T> {
  /** Those that hold now, by id: the same map for good. */
  readonly current: ReadonlyMap<string, T>;
  /** Of one of them, the newest first; what came with the shop is the last. */
  history(id: string): readonly Version<T>[];
  /**
   * Keeps one as its next version, or with null gives it up. `base`: the version that was changed, 0 for a new one. `check` may throw, and
   * what it has looked at holds as this is kept. Throws a `Problem` where another version holds meanwhile.
   */
  keep(id: string, next: T | null, base: number, said: Said, check?: () => void): Promise<void>;
}

export interface Version<T> {
  version: number;
  /** Null where it was given up. */
  body: T | null;
  /** Null for one that came with the shop. */
  said: Said | null;
}

export interface Said {
  /** ms since 1970. */
  at: number;
  by: string;
  note: string;
}

interface Kind<T> {
  /** Its table is `<name>_versions`, and the column of its ids has this name. */
  name: string;
  parse(body: unknown): T;
  /** What every shop has from the beginning. */
  builtIn: readonly T[];
}

export async function openVersions<T extends { id: string; version: number }>(
  { all, write }: Pick<Store, 'all' | 'write'>,
  { name, parse, builtIn }: Kind<T>,
): Promise<Versions<T>> {
  const current = new Map(builtIn.map((one) => [one.id, one]));
  const kept = new Map<string, Version<T>[]>();
  const rows = await all(
    `SELECT ${name}, version, body, at, by, note FROM ${name}_versions ORDER BY ${name}, version`,
    [],
  );
  for (const [id, version, body, at, by, note] of rows) {
    const said = { at: Number(at), by: String(by), note: String(note) };
    take(String(id), { version: Number(version), body: body === null ? null : parse(JSON.parse(String(body))), said });
  }
  let turn: Promise<unknown> = Promise.resolve();

  function take(id: string, version: Version<T>): void {
    kept.set(id, [version, ...(kept.get(id) ?? [])]);
    if (version.body) current.set(id, version.body);
    else current.delete(id);
  }

  function history(id: string): readonly Version<T>[] {
    const first = builtIn.find((one) => one.id === id);
    const versions = kept.get(id) ?? [];
    return first ? [...versions, { version: first.version, body: first, said: null }] : versions;
  }

  async function append(id: string, next: T | null, base: number, said: Said): Promise<void> {
    const holds = current.get(id)?.version ?? 0;
    if (base !== holds)
      throw new Problem(409, `${name}-changed`, `"${id}" has changed meanwhile: version ${holds} holds now.`, {
        field: 'base',
      });
    const version = (history(id)[0]?.version ?? 0) + 1;
    const body = next && { ...next, version };
    const { at, by, note } = said;
    await write([
      {
        sql: `INSERT INTO ${name}_versions (${name}, version, body, at, by, note) VALUES (?, ?, ?, ?, ?, ?)`,
        params: [id, version, body && JSON.stringify(body), at, by, note],
      },
    ]);
    take(id, { version, body, said });
  }

  return {
    current,
    history,
    keep: (id, next, base, said, check) => {
      // One after the other: each is held against what the one before has left.
      const done = turn.then(() => {
        check?.();
        return append(id, next, base, said);
      });
      turn = done.catch(() => {});
      return done;
    },
  };
}
