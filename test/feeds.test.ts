import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Owner, signUp } from './collector/owner.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';
import { type Installation, runtimes } from './runtimes.ts';

interface State {
  feed: { url: string; hasPassword: boolean; nextAt: number; isRunning: boolean } | null;
  runs: { outcome: string; kept: number; refused: number; firstRefused: object[]; code: string | null }[];
}

const head = 'Артикул,Назва,Ціна,url\n';
const line = (id: string, price: string) => `${id},Чай,${price},https://www.shop.example/${id}\n`;
const mapping = { item_id: 'Артикул', item_name: 'Назва', price: 'Ціна' };

/** The catalogue from an address, with a feed on this machine. */
describe.each(runtimes)('on $name', (runtime) => {
  let shop: Installation;
  let owner: Owner;
  let server: FeedServer;
  beforeAll(async () => {
    server = await startFeedServer();
    shop = await runtime.start('https://www.shop.example', { privateFeeds: true });
    owner = await signUp(shop);
  });
  afterAll(async () => {
    await shop?.stop();
    await server?.stop();
  });

  const ask = (path: string, method: string, body?: object) =>
    owner.ask(`/catalog/feed${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const state = async () => (await owner.read('/catalog/feed')) as State;
  const set = async (url: string, words: object = {}) => {
    const answer = await ask('', 'PUT', { url, everyMinutes: 60, mapping, ...words });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  };
  /** So many runs, newest first. */
  const runsAfter = async (count: number) => {
    await expect.poll(async () => (await state()).runs.length).toBe(count);
    return (await state()).runs;
  };
  const products = async () => ((await owner.read('/catalog')) as { products: number }).products;

  test('a feed is looked at, set, fetched at once, and its lines are reported', async () => {
    expect(await state()).toEqual({ feed: null, runs: [], lines: null });
    const url = server.answer('/feed.csv', (_, response) =>
      response.end(gzipSync(head + line('F-1', '"199,50"') + line('F-2', 'дорого'))),
    );
    const seen = (await (await ask('/preview', 'POST', { url })).json()) as { columns: string[]; mapping: object };
    expect([seen.columns, seen.mapping]).toEqual([['Артикул', 'Назва', 'Ціна', 'url'], { ...mapping, url: 'url' }]);
    await set(url);
    const [run] = await runsAfter(1);
    expect(run).toMatchObject({ outcome: 'taken', kept: 1, refused: 1, firstRefused: [{ line: 3 }], code: null });
    expect(await products()).toBe(1);
    const { feed } = await state();
    expect(feed).toMatchObject({ url, hasPassword: false, isRunning: false });
    expect(feed?.nextAt).toBeGreaterThan(Date.now() + 50 * 60_000);
  });

  test('it is fetched now when the merchant asks, and again after a crash in the middle of it', async () => {
    let isSlow = true;
    server.answer('/feed.csv', (_, response) => {
      response.write(head + line('F-1', '1'));
      if (!isSlow) response.end(line('F-2', '2'));
    });
    expect((await ask('/run', 'POST')).status).toBe(202);
    await expect.poll(async () => (await state()).feed?.isRunning).toBe(true);
    await shop.crash();
    isSlow = false;
    expect(await products()).toBe(1);
    const { feed } = await state();
    // It was due before, and the lease of the process that is gone runs out.
    expect(feed?.nextAt).toBeLessThan(Date.now());
    await set(feed?.url ?? '');
    await owner.ask('/catalog/feed', { method: 'DELETE' });
    await set(feed?.url ?? '');
    expect((await runsAfter(1))[0]).toMatchObject({ outcome: 'taken', kept: 2 });
  });

  test('a password is sent to the feed and shown to nobody; another address does not get it', async () => {
    const sent: unknown[] = [];
    const url = server.answer('/secret.csv', ({ headers }, response) => {
      sent.push(headers.authorization);
      response.end(head + line('F-1', '1'));
    });
    const before = (await state()).runs.length;
    await set(url, { user: 'olha', password: 'correct horse' });
    await runsAfter(before + 1);
    await set(url, { user: 'olha', everyMinutes: 120 });
    await runsAfter(before + 2);
    const authorization = `Basic ${btoa('olha:correct horse')}`;
    expect(sent).toEqual([authorization, authorization]);
    const text = await (await owner.ask('/catalog/feed')).text();
    expect(text).toContain('olha');
    expect(text).not.toContain('correct horse');
    await set(url.replace('127.0.0.1', 'localhost'), { user: 'olha' });
    await runsAfter(before + 3);
    expect(sent.at(-1)).toBe(`Basic ${btoa('olha:')}`);
  });

  test('what goes wrong is told by its code, and changes nothing', async () => {
    const before = (await state()).runs.length;
    await set(`${server.origin}/never`);
    expect((await runsAfter(before + 1))[0]).toMatchObject({ outcome: 'failed', code: 'not-found' });
    const preview = await ask('/preview', 'POST', { url: `${server.origin}/never` });
    expect([preview.status, ((await preview.json()) as { code: string }).code]).toEqual([422, 'feed-not-found']);
    expect(await products()).toBe(1);
  });

  test.each([
    ['no web address', { url: 'file:///etc/passwd' }, 'url'],
    ['with a password in the address', { url: 'https://olha:x@shop.example/feed' }, 'url'],
    ['every minute', { everyMinutes: 1 }, 'everyMinutes'],
    ['with a column for no field', { mapping: { colour: 'Farbe' } }, 'mapping'],
  ])('an address is refused where it is %s', async (_, words, field) => {
    const answer = await ask('', 'PUT', { url: `${server.origin}/feed.csv`, everyMinutes: 60, mapping, ...words });
    const said = (await answer.json()) as { field: string };
    expect([answer.status, said.field.split('.')[0]]).toEqual([422, field]);
  });

  test('a feed that is removed is fetched no more', async () => {
    expect((await ask('', 'DELETE')).status).toBe(204);
    expect(await state()).toEqual({ feed: null, runs: [], lines: null });
    expect((await ask('/run', 'POST')).status).toBe(404);
  });
});
