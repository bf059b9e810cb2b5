import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAdmin } from './admin-server.ts';
import { startBrowser } from './browser.ts';

/** The owner corrects what is known of a customer, who asked for that on the telephone. */
let admin: Awaited<ReturnType<typeof startAdmin>>;
let browser: Browser;
let panel: Page;
const patience = 30_000;

beforeAll(async () => {
  [admin, browser] = await Promise.all([startAdmin('http://shop.example'), startBrowser()]);
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  panel = await context.newPage();
  panel.setDefaultTimeout(patience);
  await panel.goto(`${admin.origin}/admin/${admin.link}`);
  await panel.getByLabel('Your name').fill('Olena Owner');
  await panel.getByLabel('E-mail').fill('owner@shop.example');
  await panel.getByLabel('Password').fill('correct horse battery');
  await panel.getByRole('button', { name: 'Create account' }).click();
  await panel.getByRole('heading', { level: 1, name: 'Live' }).waitFor();
  await panel.goto(`${admin.origin}/admin/visitors/customer-tea3`);
}, 4 * patience);

afterAll(async () => {
  await browser?.close();
  await admin?.stop();
});

const details = () => panel.getByRole('region', { name: 'Details' });
const button = (name: string | RegExp) => details().getByRole('button', { name });

test('a name is corrected, the page shows both words, and it is taken back', { timeout: 4 * patience }, async () => {
  await button('Change : name').click();
  await details().getByLabel('New value').fill('Customer Corrected');
  await details().getByLabel('New value').press('Enter');
  await panel.getByRole('heading', { level: 1, name: 'Customer Corrected' }).waitFor();
  await details()
    .getByText(/^They had said “Customer 3”/)
    .waitFor();
  await details().getByText('Who changed it').click();
  await details()
    .getByText(/^name: Customer 3 → Customer Corrected/)
    .waitFor();
  await details()
    .getByText(/^Olena Owner, /)
    .waitFor();
  await panel.reload();
  const timeline = panel.getByRole('region', { name: 'Timeline' });
  await timeline.getByText('Corrected by staff').waitFor();
  await timeline.getByText('name: Customer 3 → Customer Corrected').waitFor();
  await details().getByText('Who changed it').click();
  await button(/^Take back/).click();
  await panel.getByRole('heading', { level: 1, name: 'Customer 3' }).waitFor();
});

test('a detail is added by its question, and refused in words where it is none', {
  timeout: 4 * patience,
}, async () => {
  await button('Add a detail').click();
  await details().getByLabel('Which one').selectOption('e-mail');
  await details().getByLabel('New value').fill('no address');
  await button('Keep').click();
  await details().getByText('"no address" is no email').waitFor();
  await details().getByLabel('Which one').selectOption({ label: 'When is your birthday?' });
  await details().getByLabel('New value').fill('1990-02-28');
  await button('Keep').click();
  await details().getByText('28 February 1990').first().waitFor();
  await details()
    .getByText(/corrected by staff/)
    .first()
    .waitFor();
});

test('the card has nothing that an axe finds, on a desk and on a phone', { timeout: 4 * patience }, async () => {
  for (const width of [1280, 360]) {
    await panel.setViewportSize({ width, height: 800 });
    await button(/^Change : name/).click();
    await details().getByText('Who changed it').click();
    const { violations } = await new AxeBuilder({ page: panel }).include('.visitor-side').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
    expect(await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await button('Cancel').click();
  }
});
