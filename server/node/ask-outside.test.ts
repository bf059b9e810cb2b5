import type { lookup } from 'node:dns';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { followRedirects } from '../outside.ts';
import { askOutside } from './ask-outside.ts';

let server: Server;
let port = 0;
let heard: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    heard.push(`${request.headers.host}${request.url}`);
    const to = new URL(request.url ?? '', 'http://x').searchParams.get('to');
    if (to === null) response.end('feed');
    else response.writeHead(302, { location: to }).end();
  });
  // Every address of this machine.
  server.listen(0, '::');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

/** A name server of the test's own: each question is answered with the next of these. */
function names(...answers: string[]) {
  const looked: string[] = [];
  const resolve: LookupFunction = (name, options, done) => {
    looked.push(name);
    const address = answers[Math.min(looked.length, answers.length) - 1] ?? '';
    done(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
    return options;
  };
  return { looked, resolve: resolve as typeof lookup };
}

const onlyThis = (address: string) => /^[\d.]+$|:/.test(address) && address !== '127.0.0.1';

describe('what is fetched from outside', () => {
  test.each([
    ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '017700000001', '[::1]', '[::ffff:127.0.0.1]'],
    ...['[::ffff:7f00:1]', '0.0.0.0', '[::]', '10.0.0.1', '192.168.1.1', '169.254.169.254', '[fd00::1]', '[fe80::1]'],
    'localhost',
  ])('is nothing of %s', async (host) => {
    heard = [];
    const asked = askOutside()(new URL(`http://${host}:${port}/`), {});
    await expect(asked).rejects.toMatchObject({ code: 'private-address' });
    expect(heard).toEqual([]);
  });

  test.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1'])(
    'is nothing of a name that is %s',
    async (address) => {
      heard = [];
      const { resolve } = names(address);
      const asked = askOutside(undefined, resolve)(new URL(`http://feeds.shop.example:${port}/`), {});
      await expect(asked).rejects.toMatchObject({ code: 'private-address' });
      expect(heard).toEqual([]);
    },
  );

  test('is looked up once: a name that answers otherwise the second time gains nothing', async () => {
    const { looked, resolve } = names('127.0.0.1', '10.0.0.1');
    const { body } = await askOutside(onlyThis, resolve)(new URL(`http://feeds.shop.example:${port}/`), {});
    expect(await new Response(body).text()).toBe('feed');
    expect(looked).toEqual(['feeds.shop.example']);
  });

  test.each([
    'http://127.0.0.2',
    'http://[::1]',
    'http://2130706434',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
  ])('leads nobody on to %s', async (to) => {
    heard = [];
    const from = new URL(`http://127.0.0.1:${port}/?to=${encodeURIComponent(to)}`);
    const ask = askOutside(onlyThis);
    await expect(followRedirects(from, (url) => ask(url, {}))).rejects.toMatchObject({
      code: expect.stringMatching(/^(private-address|no-web-address)$/),
    });
    expect(heard).toHaveLength(1);
  });

  test('may lead on, but not without end', async () => {
    const ask = askOutside(onlyThis);
    const end = `http://127.0.0.1:${port}/end`;
    const once = new URL(`http://127.0.0.1:${port}/?to=${encodeURIComponent(end)}`);
    expect((await followRedirects(once, (url) => ask(url, {}))).url.href).toBe(end);
    const circle = new URL(`http://127.0.0.1:${port}/`);
    circle.searchParams.set('to', '?to=%3Fto%3D%3Fto%3D%3Fto%3D%3Fto%3D%3Fto%3D%3Fto%3D');
    await expect(followRedirects(circle, () => ask(circle, {}))).rejects.toMatchObject({ code: 'redirects' });
  });
});
