import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Owner, signUp } from '../collector/owner.ts';
import { type Installation, runtimes } from '../runtimes.ts';
import { startBrowser, userAgent } from './browser.ts';
import { listen } from './listen.ts';

let browser: Browser;
let page: Page;
let shop: Awaited<ReturnType<typeof listen>>;
let installation: Installation;
let owner: Owner;
let pixel: string;

/** The frame in which Shopify runs a custom pixel: sandboxed, with what its Web Pixels API gives, and storage of the page around it. */
const frame = () => `<script>
  const asked = new Map(); const hearers = []; const consentHearers = []; let number = 0;
  const ask = (method, ...words) => new Promise((answer) => { asked.set(++number, answer); parent.postMessage({number, method, words}, '*') });
  const analytics = { subscribe: (name, hear) => { if (name === 'all_events') hearers.push(hear) } };
  const browser = { localStorage: { getItem: (key) => ask('getItem', key), setItem: (key, value) => ask('setItem', key, value) } };
  const init = { customerPrivacy: { analyticsProcessingAllowed: true, marketingAllowed: false, preferencesProcessingAllowed: true } };
  const api = { customerPrivacy: { subscribe: (name, hear) => consentHearers.push(hear) } };
  addEventListener('message', ({ data }) => {
    if (data.number) asked.get(data.number)(data.answer);
    if (data.event) for (const hear of hearers) hear(data.event);
    if (data.customerPrivacy) for (const hear of consentHearers) hear(data);
  });
</script><script>${pixel}</script>`;

const checkoutPage = () => `<!doctype html><title>Thank you</title><script>
  addEventListener('message', ({ data: { number, method, words }, source }) =>
    source.postMessage({ number, answer: localStorage[method](...words) ?? null }, '*'));
  const publish = (message) => document.querySelector('iframe').contentWindow.postMessage(message, '*');
</script><iframe sandbox="allow-scripts allow-forms" srcdoc="${frame().replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;

beforeAll(async () => {
  const [node] = runtimes;
  if (!node) throw new Error('no runtime');
  shop = await listen('localhost', (_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(checkoutPage());
  });
  installation = await node.start(shop.origin);
  owner = await signUp(installation);
  const answer = await fetch(`${installation.origin}/shopify-pixel.js?site=${owner.site}`);
  pixel = await answer.text();
  browser = await startBrowser();
});

beforeEach(async () => {
  const context = await browser.newContext({ userAgent });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  shop?.stop();
  await installation?.stop();
});

const event = (name: string, path: string, data: object = {}) => ({
  ...{ id: `sh-${name}`, name, type: 'standard', timestamp: new Date().toISOString(), data },
  context: { document: { location: { href: shop.origin + path }, referrer: '', title: 'Checkout' } },
});
const money = (amount: number) => ({ amount, currencyCode: 'EUR' });
const checkout = {
  ...{ token: 't', currencyCode: 'EUR', email: 'olha@shop.example', phone: '+380441234567', totalPrice: money(43) },
  shippingAddress: { firstName: 'Olha', city: 'Kyiv' },
  order: { id: '7001', customer: { id: '9' } },
  lineItems: [
    { title: 'Cup', quantity: 2, variant: { id: '39', price: money(19), product: { id: '7651', title: 'Cup' } } },
  ],
};

/** Shopify tells these events one after the other, and the collector has answered the last. */
async function tell(...events: object[]) {
  for (const one of events) {
    const answered = page.waitForResponse(/\/v1\/collect/);
    await page.evaluate(`publish(${JSON.stringify({ event: one })})`);
    await answered;
  }
}

async function lastEvents(name: string) {
  const { events } = (await owner.read('/live')) as { events: { name: string; id: string; path: string }[] };
  return events.filter((one) => one.name === name);
}

test('an order at Shopify’s checkout is one of the visitor whom the shop’s own pages know, without the person’s details', async () => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  await page.goto(`${shop.origin}/checkouts/c/1`);
  await tell(
    event('checkout_started', '/checkouts/c/1', { checkout }),
    event('checkout_completed', '/checkouts/c/1/thank_you', { checkout }),
  );
  const [order] = await lastEvents('purchase');
  const visitor = await owner.visitorOf(order?.id ?? '');
  expect(await owner.visitor(visitor)).toMatchObject({ orders: 1, gross: [{ amount: 3_800, currency: 'EUR' }] });
  expect((await owner.timeline(visitor)).map(({ name }) => name).sort()).toEqual(['begin_checkout', 'purchase']);
  expect(sent.join()).not.toMatch(/olha|Olha|\+380|Kyiv/);
  // The token lies where the tag of the theme keeps its own.
  expect(await page.evaluate(() => localStorage.getItem('vitrina'))).toMatch(/^\S{20,}$/);
});

test('the thank-you page that is opened again tells the order once', async () => {
  await page.goto(`${shop.origin}/checkouts/c/2/thank_you`);
  const again = { ...checkout, order: { id: '7002' } };
  await tell(event('checkout_completed', '/checkouts/c/2/thank_you', { checkout: again }));
  await page.reload();
  await tell(event('checkout_completed', '/checkouts/c/2/thank_you', { checkout: again }));
  expect((await lastEvents('purchase')).filter(({ id }) => id === 'order:7002')).toHaveLength(1);
});

test('the shop’s own pages are left to the tag of the theme', async () => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  await page.goto(`${shop.origin}/products/cup`);
  await page.evaluate(`publish(${JSON.stringify({ event: event('product_viewed', '/products/cup', {}) })})`);
  await tell(event('checkout_started', '/checkouts/c/3', { checkout }));
  expect(sent.filter((body) => body.includes('product_viewed'))).toEqual([]);
});

test('without consent nothing is kept on the device', async () => {
  await page.goto(`${shop.origin}/checkouts/c/4`);
  await page.evaluate(`publish({customerPrivacy: {analyticsProcessingAllowed: false}})`);
  await tell(event('checkout_started', '/checkouts/c/4', { checkout }));
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a page that only says that it is a pixel is turned away', async () => {
  const batch = { site: owner.site, consent: {}, sent: Date.now(), page: { id: 'p', url: `${shop.origin}/` } };
  const send = (url: string, via: string, ...words: unknown[]) =>
    fetch(`${installation.origin}/v1/collect`, {
      method: 'POST',
      headers: { origin: 'null', 'user-agent': userAgent },
      body: JSON.stringify({
        ...{ ...batch, page: { id: 'p', url } },
        events: [{ id: 'p.0', name: 'said', time: Date.now(), params: { via, words } }],
      }),
    });
  expect((await send(`${shop.origin}/`, 'segment', 'track', 'Product Viewed', { product_id: '1' })).status).toBe(403);
  expect((await send('https://evil.example/', 'shopify', 'page_viewed')).status).toBe(403);
  expect((await send(`${shop.origin}/`, 'shopify', 'page_viewed')).status).toBe(204);
});
