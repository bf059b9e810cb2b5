// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type AddDetail, addToCart } from './add-to-cart.ts';

const here = `${location.origin}/products/lamp`;
const lamp = { id: '42', name: 'Lamp', url: here };
let asked: [address: string, body: unknown][] = [];
let answers: Record<string, unknown> = {};
let from: Element;

/** The shop's own server, which is none of ours. */
beforeEach(() => {
  asked = [];
  from = document.createElement('button');
  document.body.replaceChildren(from);
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    asked.push([address, init?.body === undefined ? undefined : String(init.body)]);
    const answer = answers[address];
    return new Response(JSON.stringify(answer ?? {}), { status: answer === undefined ? 422 : 200 });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  answers = {};
});

/** The page hears; what it is told. */
function hears(done: () => Promise<unknown>) {
  const heard: AddDetail[] = [];
  document.body.addEventListener(
    'vitrina-add',
    (event) => {
      event.preventDefault();
      const { detail } = event as CustomEvent<AddDetail>;
      heard.push(detail);
      detail.until(done());
    },
    { once: true },
  );
  return heard;
}

test('a page that hears of it adds it itself, and says how it went', async () => {
  const heard = hears(async () => {});
  expect(await addToCart(lamp, from)).toBe('added');
  expect(heard).toMatchObject([{ item_id: '42', name: 'Lamp', url: here }]);
  hears(() => Promise.reject(new Error('sold out')));
  expect(await addToCart(lamp, from)).toBe('failed');
  expect(asked).toEqual([]);
});

test('where nobody hears the product’s page does it', async () => {
  expect(await addToCart(lamp, from)).toBe('choose');
  expect(await addToCart({ ...lamp, url: 'https://other.example/lamp' }, from)).toBe('choose');
});

test('Shopify’s cart is given the one variant; of several one is chosen on the product’s page; what it refuses has failed', async () => {
  vi.stubGlobal('Shopify', { routes: { root: '/en/' } });
  answers = { '/products/lamp.js': { variants: [{ id: 7 }] }, '/en/cart/add.js': { items: [] } };
  expect(await addToCart(lamp, from)).toBe('added');
  expect(asked).toEqual([
    ['/products/lamp.js', undefined],
    ['/en/cart/add.js', '{"items":[{"id":7,"quantity":1}]}'],
  ]);
  answers = { '/products/lamp.js': { variants: [{ id: 7 }, { id: 8 }] } };
  expect(await addToCart(lamp, from)).toBe('choose');
  answers = { '/products/lamp.js': { variants: [{ id: 7 }] } };
  expect(await addToCart(lamp, from)).toBe('failed');
  answers = { '/products/lamp.js': { variants: [] } };
  expect(await addToCart(lamp, from)).toBe('failed');
});

test('WooCommerce’s cart is given the product, and its theme hears of it', async () => {
  const triggered: unknown[] = [];
  vi.stubGlobal('wc_add_to_cart_params', { wc_ajax_url: '/?wc-ajax=%%endpoint%%' });
  vi.stubGlobal('jQuery', (of: Element) => ({
    of,
    trigger: (name: string, words: unknown[]) => triggered.push([of, name, words]),
  }));
  answers = { '/?wc-ajax=add_to_cart': { fragments: { a: 1 }, cart_hash: 'h' } };
  expect(await addToCart(lamp, from)).toBe('added');
  expect(asked).toEqual([['/?wc-ajax=add_to_cart', 'product_id=42&quantity=1']]);
  expect(triggered).toMatchObject([
    [document.body, 'added_to_cart', [{ a: 1 }, 'h', { of: { dataset: { product_id: '42' } } }]],
  ]);
  answers = { '/?wc-ajax=add_to_cart': { error: true, product_url: here } };
  expect(await addToCart(lamp, from)).toBe('choose');
});
