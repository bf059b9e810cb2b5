import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page, Route } from '@playwright/test';
import { parse } from 'csv-parse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectPage, startBrowser } from './browser.ts';
import { type RunningDemo, startDemo } from './demo.ts';

/** The main job from one end to the other: the demo as `npm start` runs it, its data, a person at a browser, and the merchant. */

let demo: RunningDemo;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** The merchant's panel. */
let admin: Page;
/** Whatever goes wrong on the shop's pages. */
const troubles: string[] = [];
/** Every answer of the collector, as text. */
const answers: string[] = [];

const customer = '17850';
let name = '';

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  page = await context.newPage();
  await page.route('**/shop.js', patient);
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console: ${message.text()}`);
  });
  page.on('response', async (response) => {
    if (!response.url().includes('/v1/collect')) return;
    if (response.status() >= 400) troubles.push(`${response.status()} ${await response.text()}`);
    else if (response.status() === 200) answers.push(await response.text().catch(() => ''));
  });
  // What shifts on the shop's pages, and which tasks are long, over all of them.
  await page.addInitScript(() => {
    const shifts = JSON.parse(sessionStorage.getItem('shifts') ?? '[]');
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!('hadRecentInput' in entry && entry.hadRecentInput))
          shifts.push([location.pathname, 'value' in entry ? entry.value : 0]);
      sessionStorage.setItem('shifts', JSON.stringify(shifts));
    }).observe({ type: 'layout-shift', buffered: true });
  });
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** This shop waits for Vitrina as long as a busy machine takes: what was painted of its own is never swapped. */
async function patient(route: Route) {
  const response = await route.fetch();
  const script = await response.text();
  const body = script.replace(/PATIENCE = \d+/, 'PATIENCE = 120_000');
  expect(body).not.toBe(script);
  await route.fulfill({ response, body });
}

const shop = (path: string) => `${demo.origin}/shop${path}`;
const slot = (name: string) => page.locator(`[data-vitrina="${name}"] section`);

describe.sequential('the merchant, before the day', () => {
  test('keeps shelves from some visitors, and thinks better of it', async () => {
    const panel = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    admin = await panel.newPage();
    await admin.goto(demo.admin);
    await admin.getByRole('link', { name: 'Recommendations' }).click();
    const group = admin.getByRole('group', { name: 'Visitors without a shelf' });
    const save = admin.getByRole('button', { name: 'Save' });
    await expectPage(group.getByRole('radio', { name: 'Nobody' })).toBeChecked();
    for (const share of ['10%', 'Nobody']) {
      await group.getByText(share).click();
      await save.click();
      await expectPage(save).toHaveCount(0);
      await admin.reload();
      await expectPage(group.getByRole('radio', { name: share })).toBeChecked();
    }
  });
});

describe.sequential('a visitor', () => {
  test('who is new allows the shop to remember, and is shown what people buy', async () => {
    await page.goto(shop(''));
    await page.getByRole('button', { name: 'Accept' }).click();
    await expectPage(slot('home').getByRole('heading')).toHaveText('What people buy now');
    await expectPage(slot('home').getByText('Bought often these weeks').first()).toBeVisible();
    await expectPage(slot('greeting')).toHaveCount(0);
  });

  test('browses three products, each with a shelf that says why', async () => {
    for (const id of ['85123A', '22423', '84879']) {
      await page.goto(shop(`/p/${id}`));
      await expectPage(slot('product').getByRole('heading')).toHaveText('Often bought with this');
      const anchor = await page.getByRole('heading', { level: 1 }).innerText();
      await expectPage(slot('product').getByText(`Bought with ${anchor}`).first()).toBeVisible();
    }
    await page.goto(shop(''));
    await expectPage(slot('home').getByRole('heading')).toHaveText('Picked for you');
    await expectPage(
      slot('home')
        .getByText(/^Bought with|^Because you like/)
        .first(),
    ).toBeVisible();
  });

  test('signs in, and is greeted by name', async () => {
    await page.goto(shop('/account'));
    await page.getByLabel('Any customer number').fill(customer);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    // By the answer to the very request that says who it is.
    await expectPage(slot('greeting').getByRole('heading')).toHaveText(/^Welcome back, ./);
    await page.goto(shop('/account'));
    name = await page.locator('.who strong').innerText();
    await page.goto(shop(''));
    await expectPage(slot('greeting').getByRole('heading')).toHaveText(`Welcome back, ${name}`);
    await expectPage(slot('news').getByRole('heading')).toHaveText('New since you were here');
  });

  test('finds in the cart what real baskets put with it', async () => {
    await page.goto(shop('/p/22423'));
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await expectPage(slot('cart').getByRole('heading')).toHaveText('Goes well with your basket');
    const shown = await slot('cart')
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('data-item') ?? ''));
    expect(shown.length).toBeGreaterThan(3);
    expect(shown).not.toContain('22423');
    const support = await ordersWith('22423', demo.orders);
    for (const item of shown) expect(support.get(item) ?? 0, item).toBeGreaterThan(2);
  });

  test('buys', async () => {
    await page.goto(shop('/checkout'));
    for (const field of ['Name', 'Address', 'Town', 'Postcode'])
      await page.getByRole('textbox', { name: field, exact: true }).fill('<b>Test</b>');
    const told = page.waitForRequest((request) => !!request.postData()?.includes('"purchase"'));
    await page.getByRole('button', { name: 'Place demo order' }).click();
    await expectPage(page.getByRole('heading', { level: 1 })).toHaveText('Thank you!');
    await told;
    // Opened again, it is still one order.
    await page.reload();
  });
});

describe.sequential('who asks what the shop knows of them', () => {
  test('sees it in plain words, with the order, and takes it along', async () => {
    await page.goto(shop('/account'));
    const mine = slot('your-data');
    await expectPage(mine.getByText(`Name: ${name}`)).toBeVisible();
    await expectPage(mine.getByText(/^W-[0-9A-F]{8} · /)).toHaveCount(1);
    const saving = page.waitForEvent('download');
    await mine.getByRole('button', { name: 'Download' }).click();
    const file = await (await saving).path();
    expect(await readFile(file, 'utf8')).toContain(`"customer":"${customer}"`);
  });
});

describe.sequential('the merchant', () => {
  test('sees the visit, the order and why each thing was shown', async () => {
    await admin.getByRole('link', { name: 'Visitors' }).click();
    await admin.getByRole('searchbox').fill(customer);
    await admin.getByRole('link', { name }).click();
    await expectPage(admin.getByRole('heading', { level: 1 })).toContainText(name);
    await expectPage(admin.getByText(/W-[0-9A-F]{8}/)).toHaveCount(1);
    const timeline = admin.getByRole('region', { name: 'Timeline' });
    await timeline.getByText('Cart shelf: why these', { exact: false }).first().click();
    await expectPage(timeline.getByText(/^Bought with Regency cakestand 3 tier in \d+ orders$/).first()).toBeVisible();
    await admin.context().close();
  });
});

describe.sequential('after signing out', () => {
  test('nothing of the customer is left, on the page or in the answers', async () => {
    await page.goto(shop('/account'));
    const before = answers.length;
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expectPage(slot('home').getByRole('heading')).toHaveText('What people buy now');
    for (const path of ['', '/p/22423', '/cart', '/account']) {
      await page.goto(shop(path));
      await page.waitForLoadState('networkidle');
      const seen = await page.locator('body').innerText();
      const slots = await page
        .locator('[data-vitrina]')
        .evaluateAll((all) => all.map((one) => one.shadowRoot?.textContent ?? '').join(' '));
      expect(`${seen} ${slots}`).not.toContain(name);
      expect(slots).not.toMatch(/Welcome back|Picked for you|New since you were here|Goes well with/);
    }
    const after = answers.slice(before).join('\n');
    expect(after).toContain('"slot":"home"');
    expect(after).not.toContain(name);
    expect(after).not.toContain(customer);
    expect(await context.cookies()).toContainEqual(expect.objectContaining({ name: '_v', httpOnly: true }));
  });

  test('nothing went wrong on the shop’s pages, and nothing moved', async () => {
    expect(troubles).toEqual([]);
    expect(await page.evaluate(() => JSON.parse(sessionStorage.getItem('shifts') ?? '[]'))).toEqual([]);
  });
});

/** Product -> in how many orders of the file it was together with another product. */
async function ordersWith(item: string, path: string): Promise<Map<string, number>> {
  const support = new Map<string, number>();
  let order = { id: '', items: new Set<string>() };
  const count = () => {
    if (order.items.has(item)) for (const other of order.items) support.set(other, (support.get(other) ?? 0) + 1);
  };
  const rows = createReadStream(path).pipe(parse({ columns: true }));
  for await (const row of rows as AsyncIterable<{ order_id: string; item_id: string; quantity: string }>) {
    if (row.order_id !== order.id) {
      count();
      order = { id: row.order_id, items: new Set() };
    }
    if (Number(row.quantity) > 0) order.items.add(row.item_id);
  }
  count();
  return support;
}
