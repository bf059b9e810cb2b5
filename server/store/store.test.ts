import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, describe, expect, test } from 'vitest';
import { type ObjectStorage, openObjectStore } from '../edge/object-store.ts';
import type { LogRow } from '../log/log-event.ts';
import { openFileStore } from '../node/file-store.ts';
import { startThread } from '../node/threads.ts';
import { migrations } from './migrations.ts';
import type { SqlValue, Store } from './store.ts';

const thread = new URL('../../dist/file-thread.js', import.meta.url);

const adapters: Record<string, () => Promise<{ store: Store; end(): Promise<void> }>> = {
  'a file behind threads': async () => {
    const folder = await mkdtemp(join(tmpdir(), 'store-'));
    const threads = { writer: startThread(thread), reader: startThread(thread) };
    const store = await openFileStore(join(folder, 'shop.db'), migrations.shop, threads);
    return {
      store,
      end: async () => {
        await store.close();
        await Promise.all([threads.writer.end(), threads.reader.end()]);
        await rm(folder, { recursive: true });
      },
    };
  },
  'the SQL of a Durable Object': async () => {
    const db = new Database(':memory:');
    return { store: openObjectStore(storageOver(db), migrations.shop), end: async () => void db.close() };
  },
};

/** workerd's interface over the same SQLite that the file adapter uses; workerd itself runs in the collector's suite. */
function storageOver(db: Database.Database): ObjectStorage {
  return {
    sql: {
      exec: (sql: string, ...params: SqlValue[]) => {
        const statement = db.prepare(sql);
        if (statement.reader) return { raw: () => statement.raw().all(...params) as SqlValue[][] };
        statement.run(...params);
        return { raw: () => [] };
      },
    },
    transactionSync: (work) => {
      db.exec('BEGIN');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    sync: async () => {},
  };
}

const row = (id: string, body: object = {}): LogRow => [id, 'v', 1, 'page_view', JSON.stringify(body)];

describe.each(Object.entries(adapters))('a store that is %s', (_, open) => {
  let end = async () => {};
  afterEach(() => end());

  async function opened(): Promise<Store> {
    const adapter = await open();
    end = adapter.end;
    return adapter.store;
  }

  test('keeps each id once, and says which it had', async () => {
    const store = await opened();
    expect(await store.append([row('a'), row('b'), row('a')])).toEqual({ duplicates: [2], through: 2 });
    expect(await store.append([row('b'), row('c')])).toEqual({ duplicates: [0], through: 3 });
    expect(await store.all('SELECT id FROM log ORDER BY seq', [])).toEqual([['a'], ['b'], ['c']]);
  });

  test('appends soon what nobody waits for', async () => {
    const store = await opened();
    expect(await store.append([row('a')], 'soon')).toEqual({ duplicates: [], through: 1 });
    const [soon, now] = await Promise.all([store.append([row('b')], 'soon'), store.append([row('c'), row('a')])]);
    expect([soon.duplicates, now.duplicates]).toEqual([[], [1]]);
    expect((await store.all('SELECT id FROM log ORDER BY id', [])).flat()).toEqual(['a', 'b', 'c']);
  });

  test('tells each of many callers at once about its own rows', async () => {
    const store = await opened();
    await store.append([row('known')]);
    const answers = await Promise.all([
      store.append([row('one'), row('known')]),
      store.append([row('known'), row('two')]),
      store.append([row('three')]),
      store.append([row('three')]),
    ]);
    expect(answers.map(({ duplicates }) => duplicates)).toEqual([[1], [0], [], [0]]);
  });

  test('gives a body back as it was', async () => {
    const store = await opened();
    const body = { params: { text: '<b>"\\ \u2028 Київ 🫖', number: 1e21, none: null, list: [1, [2]] } };
    await store.append([row('a', body)]);
    const [[text] = []] = await store.all('SELECT body FROM log', []);
    expect(JSON.parse(String(text))).toEqual(body);
  });

  test('undoes all of a write that fails, and nothing else', async () => {
    const store = await opened();
    const insert = (name: string) => ({ sql: 'INSERT INTO projections (name, through) VALUES (?, 1)', params: [name] });
    const outcomes = await Promise.allSettled([
      store.write([insert('kept')]),
      store.write([insert('gone'), insert('kept')]),
      store.append([row('a')]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.all('SELECT name FROM projections', [])).toEqual([['kept']]);
    expect(await store.all('SELECT id FROM log', [])).toEqual([['a']]);
  });
});

test.each(['directory', 'shop'] as const)(
  'every migration of the %s that is in the folder is made, in the order of its number',
  async (of) => {
    const files = await readdir(new URL(`migrations/${of}`, import.meta.url));
    const names = files.filter((file) => file.endsWith('.sql')).map((file) => `${of}/${file.slice(0, -4)}`);
    expect(migrations[of].map(({ name }) => name)).toEqual(names.sort());
  },
);
