import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shopper } from '../collector/shopper.ts';
import { startPanel } from './panel.ts';

let panel: Awaited<ReturnType<typeof startPanel>>;
let page: Page;

beforeAll(async () => {
  panel = await startPanel();
  page = panel.page;
});

afterAll(() => panel?.stop());

const card = (name: string | RegExp) => page.getByRole('region', { name, exact: true });
const addressOf = (id: string) => `${panel.origin}/admin/catalog/products/${encodeURIComponent(id)}`;

/** Twenty lamps, of which the first is sold in Ukraine alone and the second is out of stock. */
async function offer(): Promise<void> {
  const made = await panel.owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Shop' }) });
  const { secret } = (await made.json()) as { secret: string };
  const upsert = Array.from({ length: 20 }, (_, number) => ({
    ...{ item_id: `LAMP/${number}.a`, item_name: `Desk lamp ${number}`, item_category: 'Lamps', price: 40 + number },
    ...{ url: `https://www.shop.example/lamp-${number}`, attributes: { colour: ['red', 'blue'], power: 6 } },
    ...(number === 0 ? { sold_in: ['UA'] } : {}),
    ...(number === 1 ? { availability: 'out_of_stock' } : {}),
  }));
  const answer = await fetch(`${panel.origin}/v1/catalog`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ upsert }),
  });
  expect(answer.status).toBe(200);
}

async function buy(...numbers: number[]): Promise<void> {
  const visitor = shopper(panel);
  const items = numbers.map((number) => ({ item_id: `LAMP/${number}.a`, price: 40 }));
  for (const item of items) await visitor.send([visitor.event('view_item', { items: [item] })]);
  const order = { transaction_id: crypto.randomUUID(), currency: 'EUR', value: 80, items };
  await visitor.send([visitor.event('purchase', order)]);
}

test('a product is found by letters of its name, and says what recommends it and why', async () => {
  await offer();
  for (let other = 2; other < 12; other++) await buy(0, other);
  await buy(0, 5);
  await page.goto(`${panel.origin}/admin/catalog`);
  const find = card('Find a product');
  await find.getByLabel('Name or product number').fill('nothing of the kind');
  await find.getByText('No product in the catalogue has these letters.').waitFor();
  await find.getByLabel('Name or product number').fill('lamp 0');
  await find.getByRole('link', { name: 'Desk lamp 0' }).waitFor();
  await panel.looksRight('product-find');
  await find.getByRole('link', { name: 'Desk lamp 0' }).click();
  await page.getByRole('heading', { level: 1, name: 'Desk lamp 0' }).waitFor();

  await card('What is known of it').getByText('red, blue').waitFor();
  await card('What keeps it off shelves')
    .getByText(/It is sold only in Ukraine/)
    .waitFor();
  const together = card('What recommends it: Bought together with it');
  await together.getByText('Bought with Desk lamp 5 in 2 orders').waitFor();
  await together.getByText(/^Asked .* 10 of 10/).waitFor();
  await together.getByText('4 more').click();
  expect(await together.getByText('Place 1', { exact: true }).count()).toBe(10);
  await panel.looksRight('product');
});

test('what it leads to and what leads to it is gone through by links', async () => {
  await card('What recommends it: Bought together with it').getByRole('link', { name: 'Desk lamp 5' }).click();
  await page.getByRole('heading', { level: 1, name: 'Desk lamp 5' }).waitFor();
  await card('What its page recommends').getByRole('link', { name: 'Desk lamp 0' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Desk lamp 0' }).waitFor();
});

test('what is out of stock and known to nobody says so, and what would lead to it', async () => {
  await page.goto(addressOf('LAMP/1.a'));
  await card('What keeps it off shelves')
    .getByText(/It is out of stock/)
    .waitFor();
  await card('What keeps it off shelves')
    .getByText(/only products that are similar can lead to it/)
    .waitFor();
  await card('What recommends it: Bought together with it')
    .getByText('No other product was in an order with it.')
    .waitFor();
  await card('What recommends it: Similar by name, brand, category and price').getByRole('link').first().waitFor();
  await panel.looksRight('product-cold');
});

test('what there is not is said, and what could not be had is asked for again', async () => {
  await page.goto(addressOf('nothing'));
  await page.getByText('There is no such product').waitFor();
  await panel.looksRight('product-missing');
  await page.route('**/recommended-by', (route) => route.abort());
  await page.goto(addressOf('LAMP/2.a'));
  const by = card('What recommends it');
  await by.getByRole('alert').waitFor();
  await panel.looksRight('product-offline');
  await page.unroute('**/recommended-by');
  await by.getByRole('button').click();
  await by.getByText('Bought with Desk lamp 0', { exact: false }).waitFor();
});

test('the results of shelves lead to it', async () => {
  await page.goto(`${panel.origin}/admin/recommendations/results?kind=unsold`);
  await card('Products that find nobody').getByRole('link', { name: 'Desk lamp 15' }).click();
  await page.getByRole('heading', { level: 1, name: 'Desk lamp 15' }).waitFor();
});

test('in each language the page stands', async () => {
  for (const [locale, title] of [
    ['uk', 'Що його радить'],
    ['ro', 'Ce îl recomandă'],
    ['ru', 'Что его советует'],
  ] as const) {
    await page.evaluate((language) => localStorage.setItem('vitrina-language', language), locale);
    await page.goto(addressOf('LAMP/0.a'));
    await card(title).getByRole('listitem').first().waitFor();
    await panel.looksRight(`product-${locale}`);
  }
  await page.evaluate(() => localStorage.setItem('vitrina-language', 'en'));
});

test('who waits for a product is counted with it, in the catalogue, and in the visitor’s own page', async () => {
  const visitor = shopper(panel);
  const view = visitor.event('page_view');
  const wish = (item_id: string, of: string) => visitor.event('product_alert', { item_id, of, on: true } as never);
  const told = await visitor.send([view, wish('LAMP/1.a', 'stock'), wish('LAMP/2.a', 'price')]);
  expect(told.answer?.refused ?? []).toEqual([]);
  await page.goto(`${panel.origin}/admin/catalog`);
  const waiting = card('Who waits for what');
  await waiting.getByRole('link', { name: 'Desk lamp 1' }).waitFor();
  await waiting.getByText('Without a webhook below nobody is asked for an address').waitFor();
  await page.getByLabel('Address').last().fill('https://letters.example/hook');
  await page.getByRole('button', { name: 'Add webhook' }).click();
  await page.getByText('Keep this secret now').waitFor();
  await panel.looksRight('catalog-alerts');
  await waiting.getByRole('link', { name: 'Desk lamp 1' }).click();
  await card('What is known of it').getByText('Wait for its return').waitFor();
  await page.goto(`${panel.origin}/admin/visitors/${await panel.owner.visitorOf(view.id)}`);
  await card('Asked to be told of').getByText('costs less').waitFor();
  await panel.looksRight('visitor-alerts');
});
