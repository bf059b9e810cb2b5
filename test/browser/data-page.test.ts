import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Owner, signUp } from '../collector/owner.ts';
import { shopper } from '../collector/shopper.ts';
import { shopOrigin } from '../collector/stage.ts';
import { type Installation, runtimes } from '../runtimes.ts';
import { axeFindings } from './axe.ts';
import { startBrowser } from './browser.ts';

let installation: Installation;
let owner: Owner;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const [node] = runtimes;
  if (!node) throw new RangeError('no runtime');
  [installation, browser] = await Promise.all([node.start(shopOrigin), startBrowser()]);
  owner = await signUp(installation);
  page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
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

const stage = () => ({ origin: installation.origin, owner });

async function open(path = 'data'): Promise<void> {
  await page.goto(`${installation.origin}/admin/${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
}

/** Nothing that axe finds, and nothing wider than the screen: at a desk in the light, on a phone in the dark. */
async function looksRight(state: string): Promise<void> {
  for (const [colorScheme, width, height] of [
    ['light', 1280, 900],
    ['dark', 360, 740],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await open();
    const where = `${state} ${colorScheme} ${width}`;
    expect(await axeFindings(page), where).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(0);
    const folder = process.env.SCREENSHOTS;
    if (folder) await page.screenshot({ path: `${folder}/data-${state}-${colorScheme}.png`, fullPage: true });
  }
}

test('with nothing yet, the data page leads to the tag, and the install page waits', async () => {
  await open();
  await page.getByText('Nothing has arrived yet').waitFor();
  await looksRight('empty');
  await page.getByRole('main').getByRole('link', { name: 'Get the tag' }).click();
  await page.getByRole('heading', { level: 1, name: 'Install' }).waitFor();
});

test('while it waits, the install page says what is wrong', async () => {
  const robot = shopper(stage());
  await robot.send([robot.event('page_view')], {}, { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' });
  await open('install');
  await page.getByText(/Only robots have come so far: 1/).waitFor();
  const preview = shopper(stage());
  await preview.send([preview.event('page_view')], {}, { origin: 'https://preview.shop.example' });
  await open('install');
  await page.getByText('Pages at another address send for this shop').waitFor();
  await page.getByText('Most recently: https://preview.shop.example').waitFor();
});

test('of a shop that sends what is right, the page counts what arrives and what its score is made of', async () => {
  const visitor = shopper(stage());
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
  await looksRight('good');
});

test('of a shop that sends what is wrong, the page says what, where, and how to put it right', async () => {
  const visitor = shopper(stage());
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
  await looksRight('bad');
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
