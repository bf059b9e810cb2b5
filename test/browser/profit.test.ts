import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Owner, signUp } from '../collector/owner.ts';
import { shopOrigin } from '../collector/stage.ts';
import { type Installation, runtimes } from '../runtimes.ts';
import { axeFindings } from './axe.ts';
import { startBrowser } from './browser.ts';

const aDay = 86_400_000;
let installation: Installation;
let owner: Owner;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const [node] = runtimes;
  if (!node) throw new RangeError('no runtime');
  [installation, browser] = await Promise.all([node.start(shopOrigin), startBrowser()]);
  owner = await signUp(installation);
  page = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })).newPage();
  await page.goto(`${installation.origin}/admin/`);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password').fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Live' }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await installation?.stop();
});

const open = async (query = '') => {
  await page.goto(`${installation.origin}/admin/profit${query}`);
  await page.getByRole('heading', { level: 1, name: 'Profitability' }).waitFor();
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const figure = (words: string | RegExp) => page.getByRole('main').getByText(words).first().waitFor();

/** Two teas at 100 that cost 60, and a pot at 50 of unknown cost, ten days ago. */
async function sell(): Promise<void> {
  const made = await owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Books' }) });
  const { secret } = (await made.json()) as { secret: string };
  const order = {
    ...{ order_id: '7001', time: new Date(Date.now() - 10 * aDay).toISOString(), country: 'RO', payment_fee: '2.50' },
    customer: { id: 'ion', name: 'Ion Popa' },
    items: [
      { item_id: 'TEA', item_name: 'Oolong', quantity: 2, price: 100, cost: 60 },
      { item_id: 'POT', item_name: 'Teapot', quantity: 1, price: 50 },
    ],
  };
  const answer = await fetch(`${installation.origin}/v1/orders`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ orders: [order] }),
  });
  expect(answer.status).toBe(200);
}

/** Nothing that axe finds, and nothing wider than the screen: at a desk in the light, on a phone in the dark. */
async function looksRight(state: string): Promise<void> {
  for (const [colorScheme, width, height] of [
    ['light', 1280, 900],
    ['dark', 360, 740],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    const where = `${state} ${colorScheme} ${width}`;
    expect(await axeFindings(page), where).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(0);
    const folder = process.env.SCREENSHOTS;
    if (folder) await page.screenshot({ path: `${folder}/profit-${state}-${colorScheme}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('with nothing sold the page says so, and leads to how orders arrive', async () => {
  await open();
  await page.getByText('Nothing was sold in these days').waitFor();
  await page.getByText('No costs of your own yet').waitFor();
  await looksRight('empty');
  await page.getByRole('link', { name: 'See how orders arrive' }).click();
  await page.getByRole('heading', { level: 1, name: 'Install' }).waitFor();
});

test('what was sold is told from sales down to profit, and by whom and what', async () => {
  await sell();
  await open('?period=30&by=product');
  await figure('€250.00');
  // 200 of known cost, less 120 for the goods and 2.50 for the payment.
  await figure('€77.50');
  await page.getByText('Payment fees').first().waitFor();
  const table = page.getByRole('table').last();
  await table.getByText('Oolong').or(table.getByText('TEA')).first().waitFor();
  await page.getByRole('link', { name: /^Who buys it.*(Oolong|TEA)/ }).click();
  await page.getByText('Ion Popa').first().waitFor();
  await page.getByRole('link', { name: 'Show everything' }).click();
  await page
    .getByRole('link', { name: /^Who buys it/ })
    .first()
    .waitFor();
});

test('a month’s rent is tried out, kept, dealt out to the orders, and taken away again', async () => {
  await open('?period=30&by=product');
  await figure('€77.50');
  await button('Add a cost').click();
  await page.getByLabel('Name').fill('Rent');
  await page.getByLabel('Per', { exact: true }).selectOption({ label: 'month, dealt out by net revenue' });
  await page.getByText('shares it among the orders of the same month').waitFor();
  await page.getByLabel('Amount').fill('30');
  await page.getByText(/Costs €\d+\.\d\d: profit €77\.50 →/).waitFor();
  await looksRight('rule');
  await button('Keep').click();
  await page
    .getByText(/€30\.00 \/ month, dealt out by net revenue/)
    .first()
    .waitFor();
  await figure(/€(3|4|5|6)\d\.\d\d/);
  await page.getByText('Rent').first().waitFor();
  await looksRight('kept');
  await button(/^Delete/)
    .first()
    .click();
  await button(/^Delete with its history/).click();
  await page.getByText('No costs of your own yet').waitFor();
  await figure('€77.50');
});

test('an amount that is none is said at its field', async () => {
  await open('?period=30');
  await button('Add a cost').click();
  await page.getByLabel('Name').fill('Packing');
  await page.getByLabel('Amount').fill('much');
  await button('Keep').click();
  await page.getByText('“much”').or(page.getByText('"much"')).first().waitFor();
});
