import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LogEvent } from '../log/log-event.ts';
import { openFileStore } from '../node/file-store.ts';
import { startThread, type Thread } from '../node/threads.ts';
import { migrations } from '../store/migrations.ts';
import type { Store } from '../store/store.ts';
import { encode } from './encode.ts';
import { fold } from './fold.ts';
import { createHotProfiles, type HotProfiles } from './hot-profiles.ts';
import { emptyProfile } from './profile.ts';
import { sizeOf } from './size-of.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const capacity = 300_000;
const started = 1_700_000_000_000;

let folder = '';
let threads: { writer: Thread; reader: Thread };
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hot-profiles-'));
  const script = new URL('../../dist/file-thread.js', import.meta.url);
  threads = { writer: startThread(script), reader: startThread(script) };
  store = await openFileStore(join(folder, 'shop.db'), migrations.shop, threads);
});

afterEach(async () => {
  await store.close();
  await Promise.all([threads.writer.end(), threads.reader.end()]);
  await rm(folder, { recursive: true });
});

/** What a shop's visitor does on so many pages, a few minutes apart. */
function visitOf(visitor: string, pages: number): LogEvent[] {
  return Array.from({ length: pages }, (_, page) =>
    ['page_view', 'view_item', 'add_to_cart'].map((name, place): LogEvent => {
      const item = { id: `product ${page * 7}`, category: `category ${page % 9}`, band: 1 + (page % 4), quantity: 1 };
      const at = started + page * 400_000 + place;
      return {
        id: `${visitor}.${page}.${place}`,
        visitor,
        at,
        name,
        items: [{ ...item, name: `A ${page}`, price: 50 }],
      };
    }),
  ).flat();
}

function folded(events: readonly LogEvent[]) {
  const profile = emptyProfile();
  for (const event of events) fold(profile, event);
  return profile;
}

async function visit(profiles: HotProfiles, visitor: string, events: readonly LogEvent[]): Promise<void> {
  await profiles.hold([visitor]);
  for (const event of events) profiles.add(event);
  profiles.release([visitor]);
}

async function save(profiles: HotProfiles): Promise<void> {
  const changes = profiles.unsaved();
  await store.write(await changes.statements);
  changes.saved();
}

test('a thousand visitors stay within the bytes that were asked for, and whoever comes back is who they were', async () => {
  const profiles = createHotProfiles(store, capacity);
  const events = (number: number) => visitOf(`v${number}`, 1 + (number % 40));
  let most = 0;
  for (let number = 0; number < 1_000; number++) {
    await visit(profiles, `v${number}`, events(number));
    if (number % 20 === 19) await save(profiles);
    most = Math.max(most, profiles.size);
  }
  // What is not saved yet cannot be let go: that of twenty visitors.
  expect(most).toBeLessThan(capacity * 1.1 + 20 * sizeOf(folded(visitOf('v', 40)), 4_000));
  expect(most).toBeGreaterThan(capacity / 2);
  for (const number of [3, 500, 999]) {
    await profiles.hold([`v${number}`]);
    expect(encode(profiles.of(`v${number}`))).toBe(encode(folded(events(number))));
    profiles.release([`v${number}`]);
  }
});

test('reading goes through everyone within the same bytes, and what is held stays', async () => {
  const filled = createHotProfiles(store, capacity);
  for (let number = 0; number < 200; number++) await visit(filled, `v${number}`, visitOf(`v${number}`, 20));
  await save(filled);
  const profiles = createHotProfiles(store, capacity);
  await profiles.hold(['v0']);
  const held = profiles.of('v0');
  for (let number = 1; number < 200; number++) {
    await profiles.hold([`v${number}`]);
    profiles.release([`v${number}`]);
    expect(profiles.size).toBeLessThan(capacity * 1.2);
  }
  expect(profiles.of('v0')).toBe(held);
});

test('the size of a profile is what it takes in memory, within a factor of two', () => {
  // Until the end, so that no earlier one goes while a later one is weighed.
  const weighed: unknown[] = [];
  for (const pages of [1, 5, 40, 200]) {
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    const profiles = Array.from({ length: 300 }, (_, number) => folded(visitOf(`v${number}`, pages)));
    weighed.push(profiles);
    collectGarbage();
    const taken = (process.memoryUsage().heapUsed - before) / profiles.length;
    const [first = emptyProfile()] = profiles;
    const said = sizeOf(first, encode(first).length);
    expect([pages, said / taken > 0.5, said / taken < 2]).toEqual([pages, true, true]);
  }
  expect(weighed).toHaveLength(4);
});
