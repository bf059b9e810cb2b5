import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signUp } from './collector/owner.ts';
import { shopper } from './collector/shopper.ts';
import { shopOrigin } from './collector/stage.ts';
import { geoFile } from './geo-file.ts';

const program = resolve(import.meta.dirname, '../vitrina.mjs');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'place-'));
  const lviv = { country: { iso_code: 'UA' }, subdivisions: [{ names: { en: "L'vivs'ka Oblast'" } }] };
  const cluj = { country: { iso_code: 'RO' }, subdivisions: [{ iso_code: 'CJ', names: { en: 'Cluj County' } }] };
  const networks = [
    { network: '198.51.100.0/24', record: lviv },
    { network: '203.0.113.128/25', record: cluj },
    // What an IPv6 address would find whose first 32 bits are these: 2001:db8::
    { network: '32.1.13.184/32', record: cluj },
  ];
  await writeFile(join(folder, 'city.mmdb'), geoFile(networks));
});
afterAll(() => rm(folder, { recursive: true }));

/** `vitrina serve` until `work` is done; resolves with its exit code and what it said of errors. */
async function serving(env: Record<string, string>, work: (origin: string, said: string) => Promise<void>) {
  const words = ['serve', '--port', '0', '--data', join(folder, 'data'), '--origin', shopOrigin];
  const child = spawn(process.execPath, [program, ...words], { env: { ...process.env, ...env } });
  let [said, errors] = ['', ''];
  child.stderr.on('data', (text) => (errors += text));
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  const origin = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      said += text;
      const found = /listens on (\S+)[\s\S]*#link=/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.on('close', () => reject(new Error(errors)));
  });
  try {
    await work(await origin, said);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

test('a file of the merchant’s says the region, and the address itself is kept nowhere', async () => {
  const addresses = {
    '198.51.100.77': { country: 'UA', region: 'UA-46' },
    '::ffff:203.0.113.201': { country: 'RO', region: 'RO-CJ' },
    '192.0.2.45': { country: null, region: null },
    '2001:db8::7334': { country: null, region: null },
  };
  await serving({ GEOIP_MMDB: join(folder, 'city.mmdb'), ADDRESS_HEADER: 'x-real-ip' }, async (origin, said) => {
    const link = /#link=(\S+)/.exec(said)?.[1] ?? '';
    const owner = await signUp({ origin, ownerLink: async () => link });
    for (const [address, place] of Object.entries(addresses)) {
      const visitor = shopper({ origin, owner });
      const view = visitor.event('page_view');
      await visitor.send([view], {}, { 'x-real-ip': address });
      expect(await owner.visitor(await owner.visitorOf(view.id)), address).toMatchObject(place);
      const unasked = shopper({ origin, owner });
      await unasked.send([unasked.event('page_view')], { consent: {} }, { 'x-real-ip': address });
    }
  });
  const files = await readdir(join(folder, 'data'), { recursive: true, withFileTypes: true });
  const kept = files.filter((file) => file.isFile());
  const bytes = Buffer.concat(await Promise.all(kept.map(({ parentPath, name }) => readFile(join(parentPath, name)))));
  expect(bytes.includes('UA-46')).toBe(true);
  for (const address of Object.keys(addresses))
    expect(bytes.includes(address.replace('::ffff:', '')), address).toBe(false);
});

test('a file that is none is named, and nothing starts', async () => {
  await expect(serving({ GEOIP_MMDB: program }, async () => {})).rejects.toThrow(
    /GEOIP_MMDB is ".*vitrina\.mjs", which cannot be read/,
  );
});
