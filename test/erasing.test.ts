import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, expect, test } from 'vitest';
import { inventory } from '../server/privacy/inventory.ts';
import { asServer, live, tracesIn } from './collector/erasing.ts';
import { openStage, type Stage } from './collector/stage.ts';
import { integrityOf, projectionsOf, shopFile } from './durability/files.ts';
import { runVitrina } from './durability/server-process.ts';
import { runtimes } from './runtimes.ts';

let stage: Stage | null = null;
afterEach(() => stage?.stop());

/** Which traces are in the bytes of the files and in what was printed. */
async function found({ written }: Stage, traces: readonly string[]): Promise<string[]> {
  const all = [...(await written()).values()].map((bytes) => bytes.toString('latin1'));
  return [...new Set(all.flatMap((text) => tracesIn(text, traces)))];
}

test('of an erased person no byte is left in any file, and a rebuild makes the same', {}, async () => {
  const [node] = runtimes;
  if (!node) throw new RangeError('no runtime');
  stage = await openStage(node);
  const before = await live(stage, 'Vorgaengerin');
  const life = await live(stage, 'Byteweise');
  const after = await live(stage, 'Nachfolgerin');
  const ask = await asServer(stage);
  // What is under way to the file has come there.
  await stage.owner.read('/visitors');
  const kept = life.traces.filter((trace) => trace !== life.phone.visitor.token);
  expect((await found(stage, kept)).sort()).toEqual([...kept].sort());

  expect((await ask(`/profiles/${life.customer}`, { method: 'DELETE' })).status).toBe(200);
  expect(await found(stage, life.traces), 'while it runs').toEqual([]);
  await stage.owner.read('/visitors');
  expect(await found(stage, life.traces), 'after the next save').toEqual([]);

  const folder = await stage.pause();
  const file = await shopFile(folder);
  expect(integrityOf(file)).toBe('ok');
  const made = projectionsOf(file);
  await runVitrina(['rebuild', '--data', folder]);
  expect(projectionsOf(file)).toEqual(made);

  const printed = await runVitrina(['erase', 'customer', before.customer, '--data', folder]);
  expect(printed).toMatch(/^Erased: 4 visitors, \d+ events\. 6 reports of orders stay/);
  await runVitrina(['erase', 'visitor', after.phone.id, '--data', folder]);
  expect(await found(stage, [...before.traces, ...after.traces]), 'from the command line').toEqual([]);
  expect(integrityOf(file)).toBe('ok');
  const left = projectionsOf(file);
  await runVitrina(['rebuild', '--data', folder]);
  expect(projectionsOf(file)).toEqual(left);
});

test('the inventory of personal data names every table that there is', async () => {
  const [node] = runtimes;
  if (!node) throw new RangeError('no runtime');
  stage = await openStage(node);
  const folder = await stage.pause();
  const files = [
    join(folder, 'directory.db'),
    ...(await readdir(join(folder, 'shops'))).map((name) => join(folder, 'shops', name)),
  ];
  const tables = files.filter((path) => path.endsWith('.db')).flatMap(tablesOf);
  expect([...new Set(tables)].sort()).toEqual(Object.keys(inventory).sort());
});

function tablesOf(path: string): string[] {
  const db = new Database(path, { readonly: true });
  try {
    const rows = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .raw()
      .all();
    return (rows as [string][]).map(([name]) => name);
  } finally {
    db.close();
  }
}
