import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAdmin } from './admin-server.ts';
import { axeFindings } from './axe.ts';
import { startBrowser } from './browser.ts';

/** The room of settings, as the owner of a tea shop with sixty customers uses it. */
let admin: Awaited<ReturnType<typeof startAdmin>>;
let browser: Browser;
let panel: Page;

beforeAll(async () => {
  [admin, browser] = await Promise.all([startAdmin('http://shop.example'), startBrowser()]);
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  panel = await context.newPage();
  await panel.goto(`${admin.origin}/admin/${admin.link}`);
  await panel.getByLabel('Your name').fill('Olena Owner');
  await panel.getByLabel('E-mail').fill('owner@shop.example');
  await panel.getByLabel('Password').fill('correct horse battery');
  await panel.getByRole('button', { name: 'Create account' }).click();
  await panel.getByRole('heading', { level: 1, name: 'Live' }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await admin?.stop();
});

const bought = () => panel.getByRole('spinbutton', { name: 'Bought' });
const sentBack = () => panel.getByRole('spinbutton', { name: 'Sent back' });
const halfLife = () => panel.getByRole('spinbutton', { name: 'Days until half is forgotten' });
const viewed = () => panel.getByRole('spinbutton', { name: 'Product viewed' });
const button = (name: string | RegExp) => panel.getByRole('button', { name });

test('what would change is seen before it is kept; what is kept is on the customer’s page', async () => {
  await panel.goto(`${admin.origin}/admin/visitors/customer-tea1`);
  const likes = panel.getByRole('region', { name: 'Likes' });
  await likes.getByText('Tea ware').first().waitFor();
  await likes.getByRole('link', { name: 'Change what counts' }).click();
  await panel.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await panel.getByText('Nobody has changed this yet').waitFor();
  expect(await button('Keep').count()).toBe(0);

  await bought().fill('0');
  await panel.getByText(/^Of the last visitors who like anything \(60 people\) 60 would/).waitFor();
  await panel.getByText('no liking', { exact: true }).first().waitFor();
  await button('Undo changes').click();
  await panel.getByText('Change a number, and you see here').waitFor();

  await bought().fill('12');
  await halfLife().fill('365');
  await panel.getByText('A purchase counts 12 times as much as a product view.').waitFor();
  await panel.getByText(/after a year 50%\.$/).waitFor();
  await button('Keep').click();
  await panel.getByText('Who changed it: 1 change').click();
  await panel.getByText('Bought: 8 → 12; Days until half is forgotten: 60 → 365').waitFor();
  await panel.getByText(/^owner@shop\.example, /).waitFor();
  await panel.reload();
  await expect.poll(() => bought().inputValue()).toBe('12');

  await bought().fill('0');
  await viewed().fill('2');
  await button('Keep').click();
  await panel.getByText('Who changed it: 2 changes').waitFor();
  await panel.goto(`${admin.origin}/admin/visitors/customer-tea1`);
  await likes.getByText('Not enough seen yet to say.').waitFor();
});

test('what was before is taken up again, and the defaults too', async () => {
  await panel.goto(`${admin.origin}/admin/settings`);
  await panel.getByText('Who changed it: 2 changes').click();
  await button(/^Take these values/).click();
  await expect.poll(() => bought().inputValue()).toBe('12');
  await button('Back to the defaults').click();
  await expect.poll(() => bought().inputValue()).toBe('8');
  await button('Keep').click();
  await panel.getByText('Who changed it: 3 changes').waitFor();
  expect(await button('Back to the defaults').count()).toBe(0);
});

test('a number out of its bounds is told as such, and is not kept', async () => {
  for (const wrong of ['51', '0.3', '']) {
    await sentBack().fill(wrong);
    await panel.getByText('A number is missing or out of its bounds').waitFor();
    expect(await button('Keep').isDisabled()).toBe(true);
  }
});

test('the room has nothing that an axe finds, on a desk and on a phone', async () => {
  for (const width of [1280, 360]) {
    await panel.setViewportSize({ width, height: 800 });
    await panel.goto(`${admin.origin}/admin/settings`);
    await bought().fill('5');
    await panel.getByText(/^Of the last visitors/).waitFor();
    expect(await axeFindings(panel)).toEqual([]);
    expect(await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
});
