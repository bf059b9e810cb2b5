import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signUp } from './collector/owner.ts';

const program = resolve(import.meta.dirname, '../vitrina.mjs');
const pages = new Map<string, string>();
let folder = '';
let shop: Server;
let pageOrigin = '';
let tag = '';
let end = async () => {};

beforeAll(async () => {
  shop = createServer(({ url = '' }, response) => {
    const page = pages.get(url);
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page);
  });
  shop.listen(0, '127.0.0.1');
  await once(shop, 'listening');
  pageOrigin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;

  folder = await mkdtemp(join(tmpdir(), 'check-'));
  const words = ['serve', '--port', '0', '--data', folder, '--origin', pageOrigin];
  const child = spawn(process.execPath, [program, ...words]);
  let said = '';
  const [, origin = '', link = ''] = await new Promise<RegExpExecArray>((found) => {
    child.stdout.on('data', (text) => {
      said += text;
      const all = /listens on (\S+)[\s\S]*#link=(\S+)/.exec(said);
      if (all) found(all);
    });
  });
  end = async () => {
    child.kill('SIGTERM');
    await once(child, 'close');
  };
  const { site } = await signUp({ origin, ownerLink: async () => link });
  tag = `<script async src="${origin}/v.js" data-site="${site}"></script>`;
});
afterAll(async () => {
  await end();
  shop.close();
  await rm(folder, { recursive: true });
});

/** `vitrina check` to its end. */
function check(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [program, 'check', ...words], (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

describe('vitrina check', () => {
  test('says that all is well with a page on which it is', async () => {
    pages.set('/', `<head><link rel="stylesheet" href="/shop.css">${tag}</head><div data-vitrina="home"></div>`);
    pages.set('/shop.css', '[data-vitrina="home"] { min-height: 320px }');
    const { code, out, err } = await check(`${pageOrigin}/`, '--private');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^ok {2}It stands there once\.$/m);
    expect(out).toMatch(/^ok {2}The slot "home" has its place reserved\.$/m);
    expect(out).toMatch(/^ok {2}The collector knows the shop and this address\.$/m);
  });

  test('says what is wrong, and ends so that a script hears it', async () => {
    pages.set(
      '/wrong',
      `${tag}${tag.replace(/data-site="[^"]*"/, 'data-site="NOBODY"')}<div data-vitrina="home"></div>`,
    );
    const { code, out, err } = await check(`${pageOrigin}/wrong`, '--private', '--site', 'OTHER');
    expect(code).toBe(1);
    expect(out.match(/^NO /gm)).toHaveLength(3);
    expect(err).toContain('3 things are to be put right');
  });

  test('hears from the collector that a key or an address is not known', async () => {
    pages.set('/key', tag.replace(/data-site="[^"]*"/, 'data-site="NOBODY"'));
    expect((await check(`${pageOrigin}/key`, '--private')).out).toMatch(/^NO {2}.*knows no shop with the key NOBODY/m);
    pages.set('/here', tag);
    const elsewhere = pageOrigin.replace('127.0.0.1', 'localhost');
    expect((await check(`${elsewhere}/here`, '--private')).out).toMatch(/^NO {2}.*not one of the shop’s addresses/m);
  });

  test.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '169.254.169.254'])(
    'fetches nothing from %s unless it is told to',
    async (host) => {
      const { code, err } = await check(pageOrigin.replace('127.0.0.1', host));
      expect(code).toBe(1);
      expect(err).toContain('is a private address');
    },
  );

  test('wants a web address', async () => {
    expect((await check('shop')).code).toBe(2);
    expect((await check()).code).toBe(2);
  });
});
