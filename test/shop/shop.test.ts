import { join } from 'node:path';
import { Hono } from 'hono';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Customer, Product } from './books.ts';
import { languages, messages } from './messages/messages.ts';
import { count } from './messages/plural.ts';
import { createShop } from './shop.ts';
import { createTraffic, type Traffic } from './traffic.ts';

const EVIL = '</script><script>alert("1")</script>';

const product = (id: string, name: string, more: Partial<Product> = {}): Product => ({
  id,
  name,
  category: 'mugs',
  price: 255,
  added: '2026-01-01T00:00:00.000Z',
  inStock: true,
  orders: 3,
  ...more,
});

const catalog = [
  product('1', 'Red mug', { orders: 9 }),
  product('2', EVIL),
  product('3', 'Old mug', { inStock: false }),
  ...Array.from({ length: 30 }, (_, at) => product(`1${at}`, `Plain mug ${at}`)),
];
const customers: Customer[] = [
  { id: '12748', name: 'Ella Webb', country: 'GB', orders: 210 },
  { id: '14911', name: EVIL, country: 'IE', orders: 1 },
];

let browser: Browser;
let signed: string[];
let traffic: Traffic;

beforeEach(() => {
  signed = [];
  const sign = async (customer: Customer) => {
    signed.push(customer.id);
    return `token-of-${customer.id}`;
  };
  traffic = createTraffic({
    origin: 'http://127.0.0.1:9',
    site: 'KEY',
    catalog,
    customers,
    baskets: [],
    sign,
    patience: 1,
  });
  const shop = createShop({
    catalog,
    customers,
    vitrina: { origin: 'https://collect.example', site: 'KEY' },
    sign,
    traffic,
    assetsDir: join(import.meta.dirname, 'assets'),
  });
  browser = openBrowser(new Hono().route('/shop', shop));
});

describe('pages', () => {
  test.each(languages)('speak %s', async (language) => {
    await browser.send('/shop/language', { language });
    for (const path of [
      '/shop',
      '/shop/c/mugs',
      '/shop/search?q=mug',
      '/shop/p/1',
      '/shop/cart',
      '/shop/account',
      '/shop/privacy',
    ]) {
      const page = await browser.open(path);
      expect(page.status, path).toBe(200);
      expect(page.text).toContain(`<html lang="${language}">`);
      expect(page.text).toContain(messages[language].demo);
    }
  });

  test('follow the browser’s language until one is chosen', async () => {
    expect((await browser.open('/shop', { 'accept-language': 'de, ru;q=0.8' })).text).toContain('<html lang="ru">');
  });

  test('carry the tag, with calls in a script that a strict policy allows', async () => {
    const { text, headers } = await browser.open('/shop/p/1');
    const policy = headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("connect-src 'self' https://collect.example");
    expect(text).toContain(`<script nonce="${nonce}">window.vitrina=`);
    expect(text).toContain('<script async src="https://collect.example/v.js" data-site="KEY"></script>');
    expect(text).not.toMatch(/ style=| on\w+="/);
  });

  test('have slots with the shop’s own goods in them', async () => {
    const slots = async (path: string) =>
      [
        ...(await browser.open(path)).text.matchAll(
          /data-vitrina="(\w+)"[^>]*>(?:(?!<\/section>|<\/div>)[\s\S])*Plain mug|data-vitrina="(greeting)"[^>]*><template><p/g,
        ),
      ].map(([, shelf, greeting]) => shelf ?? greeting);
    expect(await slots('/shop')).toEqual(['greeting', 'home', 'news']);
    expect(await slots('/shop/p/1')).toEqual(['product']);
    expect(await slots('/shop/cart')).toEqual(['cart']);
  });

  test('show markup in a name or a search as text', async () => {
    for (const path of ['/shop/p/2', `/shop/search?q=${encodeURIComponent(EVIL)}`, '/shop/c/mugs', '/shop/account']) {
      const { text, calls } = await browser.open(path);
      expect(text, path).not.toContain('alert("1")</script>');
      expect(text).not.toContain('<script>alert');
      if (path.includes('/p/2'))
        expect(calls).toContainEqual([
          'view_item',
          expect.objectContaining({ items: [expect.objectContaining({ item_name: EVIL })] }),
        ]);
    }
    expect((await browser.open('/shop/images/2.svg')).text).not.toContain('<script');
  });

  test('that do not exist say so', async () => {
    for (const path of ['/shop/p/nope', '/shop/c/nope', '/shop/nope', '/shop/images/nope.svg']) {
      const page = await browser.open(path);
      expect(page.status).toBe(404);
      expect(page.text).toContain(messages.en.notFound);
    }
  });

  test('divide a long list', async () => {
    expect(names((await browser.open('/shop/c/mugs')).text)).toHaveLength(24);
    const last = names((await browser.open('/shop/c/mugs?page=99')).text);
    expect(last).toHaveLength(9);
    expect(last.at(-1)).toBe('Old mug');
  });
});

describe('what Vitrina is told', () => {
  test('a visit from the search to the order', async () => {
    const calls = async (path: string) => (await browser.open(path)).calls;
    const mug = { item_id: '1', item_name: 'Red mug', item_category: 'Mugs & tea', price: 2.55 };

    expect(await calls('/shop')).toEqual([]);
    expect(await calls('/shop/search?q=RED+mug')).toEqual([['search', { search_term: 'RED mug', results: 1 }]]);
    expect((await calls('/shop/c/mugs'))[0]).toEqual([
      'view_item_list',
      expect.objectContaining({ item_list_id: 'mugs', item_list_name: 'Mugs & tea' }),
    ]);
    await browser.send('/shop/cart/add', { item: '1', quantity: '3' });
    expect(await calls('/shop/cart')).toEqual([
      ['add_to_cart', { currency: 'GBP', value: 7.65, items: [{ ...mug, quantity: 3 }] }],
      ['view_cart', { currency: 'GBP', value: 7.65, items: [{ ...mug, quantity: 3 }] }],
    ]);
    await browser.send('/shop/cart/set', { item: '1', quantity: '2' });
    expect((await calls('/shop/cart'))[0]).toEqual([
      'remove_from_cart',
      { currency: 'GBP', value: 2.55, items: [{ ...mug, quantity: 1 }] },
    ]);
    expect((await calls('/shop/checkout'))[0]?.[0]).toBe('begin_checkout');
    const sent = await browser.send('/shop/checkout', { name: 'x', address: 'x', city: 'x', postcode: 'x' });
    expect(sent.location).toBe('/shop/thank-you');
    const thanks = await browser.open('/shop/thank-you');
    expect(thanks.calls).toEqual([
      [
        'purchase',
        {
          transaction_id: expect.stringMatching(/^W-[0-9A-F]{8}$/),
          currency: 'GBP',
          value: 5.1,
          items: [{ ...mug, quantity: 2 }],
          tax: 0,
          shipping: 0,
        },
      ],
    ]);
    expect(thanks.text).toContain('Red mug');
    // The order is told once, however often the page is loaded.
    expect(await calls('/shop/thank-you')).toEqual([]);
    expect(await calls('/shop/cart')).toEqual([]);
  });

  test('consent on every page, once it was answered', async () => {
    const { text, calls } = await browser.open('/shop');
    expect(text).toContain('class="consent"');
    expect(calls).toEqual([]);
    await browser.send('/shop/consent', { consent: 'all' });
    const after = await browser.open('/shop');
    expect(after.text).not.toContain('class="consent"');
    expect(after.calls).toEqual([['consent', { statistics: true, personalisation: true, marketing: true }]]);
    await browser.send('/shop/consent', { consent: 'necessary' });
    expect((await browser.open('/shop/p/1')).calls[0]).toEqual([
      'consent',
      { statistics: false, personalisation: false, marketing: false },
    ]);
  });

  test('who signed in, on the next page only, and only of a session that did', async () => {
    await browser.open('/shop/account');
    expect(signed).toEqual([]);
    await browser.send('/shop/sign-in', { customer: '12748' });
    const first = await browser.open('/shop');
    expect(first.calls).toEqual([['login', { identity: 'token-of-12748' }]]);
    expect(first.text).toContain('Ella Webb');
    expect(first.text).toContain(messages.en.demoName);
    expect((await browser.open('/shop')).calls).toEqual([]);
    expect(signed).toEqual(['12748']);
  });

  test('sign-out leaves nothing of the customer', async () => {
    await browser.send('/shop/sign-in', { customer: '12748' });
    await browser.send('/shop/cart/add', { item: '1' });
    await browser.send('/shop/sign-out', {});
    const after = await browser.open('/shop');
    expect(after.calls).toEqual([['logout']]);
    for (const path of ['/shop', '/shop/cart', '/shop/thank-you']) {
      const { text } = await browser.open(path);
      expect(text).not.toContain('Ella');
      expect(text).not.toContain('12748');
      expect(text).toContain('<span class="count">0</span>');
    }
  });
});

describe('bad input', () => {
  test('an unknown customer number signs nobody in', async () => {
    const { location } = await browser.send('/shop/sign-in', { customer: '<1>' });
    const page = await browser.open(location);
    expect(page.text).toContain('No customer has the number &lt;1&gt;.');
    expect(page.calls).toEqual([]);
  });

  test('quantities are held within bounds, and what is out of stock or unknown is not sold', async () => {
    await browser.send('/shop/cart/add', { item: '1', quantity: '1e9' });
    expect((await browser.open('/shop/cart')).text).toContain('value="999"');
    await browser.send('/shop/cart/set', { item: '1', quantity: '-5' });
    for (const item of ['3', 'nope']) expect((await browser.send('/shop/cart/add', { item })).status).toBe(404);
    expect((await browser.open('/shop/cart')).text).toContain(messages.en.emptyCart);
  });

  test('a form from another site is refused', async () => {
    const { status } = await browser.send('/shop/sign-in', { customer: '12748' }, { origin: 'https://evil.example' });
    expect(status).toBe(403);
    expect((await browser.open('/shop')).calls).toEqual([]);
  });

  test('a form sends the browser to pages of this shop only', async () => {
    for (const back of ['https://evil.example', '//evil.example', '/shopping', '/admin', '']) {
      expect((await browser.send('/shop/consent', { consent: 'all', back })).location).toBe('/shop');
    }
    expect((await browser.send('/shop/consent', { consent: 'all', back: '/shop/p/1?x=1' })).location).toBe(
      '/shop/p/1?x=1',
    );
  });

  test('a made-up session cookie opens a session of its own', async () => {
    browser.cookies.set('shop_session', 'made-up');
    await browser.send('/shop/cart/add', { item: '1' });
    expect(browser.cookies.get('shop_session')).not.toBe('made-up');
  });
});

test('the footer switches simulated visitors on and off', async () => {
  await browser.send('/shop/traffic', { traffic: 'on' });
  expect(traffic.running()).toBe(true);
  expect((await browser.open('/shop')).text).toContain(`<strong>${messages.en.on}</strong>`);
  await browser.send('/shop/traffic', { traffic: 'off' });
  expect(traffic.running()).toBe(false);
});

test.each([
  ['en', ['1 order', '2 orders', '5 orders']],
  ['uk', ['1 замовлення', '2 замовлення', '5 замовлень']],
  ['ro', ['1 comandă', '2 comenzi', '25 de comenzi']],
  ['ru', ['1 заказ', '2 заказа', '5 заказов']],
] as const)('%s counts as its speakers do', (language, texts) => {
  for (const text of texts) expect(count(language, Number.parseInt(text, 10), messages[language].orders)).toBe(text);
});

const names = (text: string) => [...text.matchAll(/class="card-name" lang="en">([^<]*)</g)].map(([, name]) => name);

interface Browser {
  cookies: Map<string, string>;
  open: (
    path: string,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; text: string; headers: Headers; calls: unknown[][] }>;
  send: (
    path: string,
    form: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; location: string }>;
}

/** A browser with its cookies. `calls` are what the inline script of a page really says to `vitrina`. */
function openBrowser(app: Hono): Browser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit & { headers: Record<string, string> }) => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await app.request(path, { ...init, headers: { cookie, ...init.headers } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    async open(path, headers = {}) {
      const response = await ask(path, { headers });
      const text = await response.text();
      return { status: response.status, text, headers: response.headers, calls: callsIn(text) };
    },
    async send(path, form, headers = {}) {
      const response = await ask(path, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { origin: 'http://localhost', ...headers },
      });
      return { status: response.status, location: response.headers.get('location') ?? '' };
    },
  };
}

function callsIn(text: string): unknown[][] {
  const script = /<script nonce="[^"]*">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '';
  const calls: unknown[][] = [];
  const vitrina = (...said: unknown[]) => calls.push(said);
  new Function('window', 'vitrina', script)({ vitrina }, vitrina);
  return calls;
}
