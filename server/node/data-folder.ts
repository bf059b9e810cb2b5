import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { migrations } from '../store/migrations.ts';
import type { Store } from '../store/store.ts';
import { Failure } from './commands/command.ts';
import { openFileStore } from './file-store.ts';
import { startThread } from './threads.ts';

/** An installation's folder: `directory.db`, and `shops/<key>.db` for each shop. One process has it at a time. */
export interface DataFolder {
  directory: Store;
  openStore(key: string): Promise<Store>;
  close(): Promise<void>;
}

const threadScript = new URL('./file-thread.js', import.meta.url);

export async function openDataFolder(path: string, script = threadScript): Promise<DataFolder> {
  await mkdir(join(path, 'shops'), { recursive: true });
  const unlock = await lock(join(path, 'lock'));
  const threads = { writer: startThread(script), reader: startThread(script) };
  try {
    const directory = await openFileStore(join(path, 'directory.db'), migrations.directory, threads);
    return {
      directory,
      openStore: (key) => openFileStore(join(path, 'shops', `${key}.db`), migrations.shop, threads),
      close: async () => {
        await directory.close();
        await Promise.all([threads.writer.end(), threads.reader.end()]);
        await unlock();
      },
    };
  } catch (error) {
    await Promise.all([threads.writer.end(), threads.reader.end(), unlock()]);
    throw error;
  }
}

/** Two writers of one SQLite file lose data (tursodatabase/libsql-client-ts#352): a second process is turned away. */
async function lock(path: string): Promise<() => Promise<void>> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = Number(await readFile(path, 'utf8').catch(() => ''));
      if (isAlive(holder)) {
        throw new Failure(
          `Process ${holder} works with this data folder. Stop it first, or name another folder with --data.`,
        );
      }
      // Left behind by a process that was killed.
      await rm(path, { force: true });
    }
  }
  throw new Failure(`${path} cannot be locked; another process is starting in this folder.`);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
