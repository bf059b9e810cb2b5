import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPanel } from './panel.ts';

const aDay = 86_400_000;
let panel: Awaited<ReturnType<typeof startPanel>>;
let page: Page;

beforeAll(async () => {
  panel = await startPanel();
  page = panel.page;
});

afterAll(() => panel?.stop());

const open = async (query = '') => {
  await page.goto(`${panel.origin}/admin/profit${query}`);
  await page.getByRole('heading', { level: 1, name: 'Profitability' }).waitFor();
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const figure = (words: string | RegExp) => page.getByRole('main').getByText(words).first().waitFor();

/** Two teas at 100 that cost 60, and a pot at 50 of unknown cost, ten days ago. */
async function sell(): Promise<void> {
  const made = await panel.owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Books' }) });
  const { secret } = (await made.json()) as { secret: string };
  const order = {
    ...{ order_id: '7001', time: new Date(Date.now() - 10 * aDay).toISOString(), country: 'RO', payment_fee: '2.50' },
    customer: { id: 'ion', name: 'Ion Popa' },
    items: [
      { item_id: 'TEA', item_name: 'Oolong', quantity: 2, price: 100, cost: 60 },
      { item_id: 'POT', item_name: 'Teapot', quantity: 1, price: 50 },
    ],
  };
  const answer = await fetch(`${panel.origin}/v1/orders`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ orders: [order] }),
  });
  expect(answer.status).toBe(200);
}

test('with nothing sold the page says so, and leads to how orders arrive', async () => {
  await open();
  await page.getByText('Nothing was sold in these days').waitFor();
  await page.getByText('No costs of your own yet').waitFor();
  await panel.looksRight('profit-empty');
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
  await panel.looksRight('profit-rule');
  await button('Keep').click();
  await page
    .getByText(/€30\.00 \/ month, dealt out by net revenue/)
    .first()
    .waitFor();
  await figure(/€(3|4|5|6)\d\.\d\d/);
  await page.getByText('Rent').first().waitFor();
  await panel.looksRight('profit-kept');
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
