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

async function open(path = 'data'): Promise<void> {
  await page.goto(`${panel.origin}/admin/${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
}

test('with nothing yet, the data page leads to the tag, and the install page waits', async () => {
  await open();
  await page.getByText('Nothing has arrived yet').waitFor();
  await panel.looksRight('data-empty');
  await page.getByRole('main').getByRole('link', { name: 'Get the tag' }).click();
  await page.getByRole('heading', { level: 1, name: 'Install' }).waitFor();
});

test('while it waits, the install page says what is wrong', async () => {
  const robot = shopper(panel);
  await robot.send([robot.event('page_view')], {}, { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' });
  await open('install');
  await page.getByText(/Only robots have come so far: 1/).waitFor();
  const preview = shopper(panel);
  await preview.send([preview.event('page_view')], {}, { origin: 'https://preview.shop.example' });
  await open('install');
  await page.getByText('Pages at another address send for this shop').waitFor();
  await page.getByText('Most recently: https://preview.shop.example').waitFor();
});

test('of a shop that sends what is right, the page counts what arrives and what its score is made of', async () => {
  const visitor = shopper(panel);
  const items = [{ item_id: 'TEA', item_name: 'Tea', price: 4 }];
  await visitor.send([
    visitor.event('page_view'),
    visitor.event('view_item', { currency: 'EUR', value: 4, items }),
    visitor.event('purchase', { currency: 'EUR', value: 4, items, transaction_id: 'T-1' }),
  ]);
  await open();
  await page.getByRole('row', { name: /Page view/ }).waitFor();
  const score = page.getByRole('region', { name: 'Trust in the data' });
  expect(await score.locator('.doctor-score').textContent()).toBe('100');
  for (const part of ['Accepted', 'Arrived', 'Complete', 'Once', 'Orders agree'])
    await score.getByText(part).first().waitFor();
  await panel.looksRight('data-good');
});

test('of a shop that sends what is wrong, the page says what, where, and how to put it right', async () => {
  const visitor = shopper(panel);
  await visitor.send([
    visitor.event('page_view'),
    visitor.event('add_to_cart', { items: [{ item_id: 'NEW', price: 'dear' }] }),
    visitor.event('add_to_cart', { items: [{ item_id: 'NEW' }] }),
  ]);
  // A second copy of the snippet on the same page.
  visitor.open('/');
  await visitor.send([visitor.event('page_view')]);
  await open();
  const main = page.getByRole('main');
  await main.getByText('add_to_cart · params.items.0.price').waitFor();
  expect(await main.locator('.doctor-score').textContent()).not.toBe('100');
  expect(await main.getByRole('listitem').count()).toBeGreaterThanOrEqual(4);
  await panel.looksRight('data-bad');
});

test('by keyboard alone every explanation of the score can be reached', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open();
  const reached = new Set<string>();
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(() => document.activeElement?.textContent ?? '');
    for (const part of ['Accepted', 'Arrived', 'Complete', 'Once', 'Orders agree'])
      if (said.includes(part)) reached.add(part);
  }
  expect(reached.size).toBe(5);
});
