import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { signAssertion } from '../server/identity/assertion.ts';
import { integrityOf, loggedEvents, projectionsOf, shopFile, shopIn } from './durability/files.ts';
import { seeded } from './durability/random.ts';
import { runVitrina, type ServerProcess, startVitrina } from './durability/server-process.ts';
import { createShoppers } from './durability/shoppers.ts';

const kills = 20;
/** ms of load before a kill, at most. */
const longest = 1_500;

let folder = '';
let server: ServerProcess | null = null;

afterEach(async () => {
  await server?.kill();
  await rm(folder, { recursive: true, force: true });
});

/** Facts that no page sends. */
const saidByCollector = new Set(['decision', 'product_seen']);

test('every acknowledged event is in the log exactly once after 20 kills under load', {
  timeout: 600_000,
}, async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.info(`SEED=${seed} repeats this run's choices`);
  const random = seeded(seed);
  folder = await mkdtemp(join(tmpdir(), 'vitrina-durability-'));
  const words = ['--data', folder, '--origin', 'http://shop.example', '--name', 'Test'];

  server = await startVitrina(words);
  const { key, identitySecret } = shopIn(folder);
  const sign = (customer: string) =>
    signAssertion({ sub: customer, name: `Customer ${customer}` }, identitySecret, Date.now());
  const shoppers = createShoppers(key, random, sign);

  for (let kill = 0; kill < kills; kill++) {
    server ??= await startVitrina(words);
    const { busy, gone } = shoppers.shopAt(server.origin);
    await Promise.race([busy, gone]);
    await pause(random() * longest);
    await server.kill();
    server = null;
    await gone;
  }

  // Stopped politely under load: what came too late for the projections is caught up by the next start.
  server = await startVitrina(words);
  const { busy, gone } = shoppers.shopAt(server.origin);
  await Promise.race([busy, gone]);
  await server.stop();
  await gone;
  server = await startVitrina(words);
  await shoppers.lookInto(server.origin);
  await server.stop();
  server = null;

  const file = await shopFile(folder);
  expect(integrityOf(file)).toBe('ok');
  const logged = loggedEvents(file);
  const facts = logged.filter(({ name }) => !saidByCollector.has(name));
  const ids = new Set(logged.map(({ id }) => id));
  expect(shoppers.acknowledged.size, 'events acknowledged').toBeGreaterThan(kills * 50);
  expect(shoppers.repeats.answered, 'acknowledged batches sent again').toBeGreaterThan(kills);
  expect(shoppers.repeats.unanswered, 'unacknowledged batches sent again').toBeGreaterThan(kills);
  expect(ids.size, 'ids, each once').toBe(logged.length);
  expect(
    [...shoppers.acknowledged].filter((id) => !ids.has(id)),
    'acknowledged and lost',
  ).toEqual([]);
  const invented = facts.filter(({ id, name, page }) => {
    const said = shoppers.sent.get(id);
    return said?.name !== name || said.page !== page;
  });
  expect(invented, 'in the log and never sent').toEqual([]);

  const made = projectionsOf(file);
  expect(made.length).toBeGreaterThan(100);
  await runVitrina(['rebuild', '--data', folder]);
  const anew = projectionsOf(file);
  expect([made.length, made.filter((row, place) => anew[place] !== row)], 'rows that a rebuild changes').toEqual([
    anew.length,
    [],
  ]);
  expect(await readdir(folder), 'nobody holds the folder').not.toContain('lock');
});
