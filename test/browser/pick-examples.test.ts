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
  page.setDefaultTimeout(30_000);
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
    if (folder) await page.screenshot({ path: `${folder}/${state}-${colorScheme}.png` });
  }
}

test('people picked in the list, over two searches, are the examples of a segment', { timeout: 120_000 }, async () => {
  const ids: string[] = [];
  for (let place = 0; place < 6; place++) {
    const visitor = shopper({ origin: installation.origin, owner });
    const view = visitor.event('page_view');
    await visitor.send([view]);
    ids.push(await owner.visitorOf(view.id));
  }
  const [last = '', ...others] = ids;
  await page.goto(`${installation.origin}/admin/segments/by-example`);
  await page.getByRole('link', { name: 'Pick them in the list of visitors' }).click();
  const box = (id: string) => page.getByRole('checkbox', { name: `Pick ${id.slice(-6)}` });
  for (const id of others.slice(0, 4)) await box(id).check();
  await page.getByText('Pick five to fifty people').waitFor();
  const on = page.getByRole('link', { name: 'Find what they have in common' });
  expect(await on.count()).toBe(0);
  await page.getByRole('searchbox').fill(last.slice(-6));
  await expect.poll(() => page.getByRole('checkbox').count(), { timeout: 30_000 }).toBe(1);
  await box(last).check();
  await page.getByText('5 picked').waitFor();
  await looksRight('picking');
  await on.click();
  const lines = await page.getByLabel('Customers, one a line').inputValue();
  expect(lines.split('\n')).toEqual([...others.slice(0, 4), last]);
  await page.getByRole('button', { name: 'Find what they have in common' }).click();
  await page.getByText('Nothing tells these people from others').waitFor();
  await looksRight('picked');
});

test('a search that the server has given up says that it must begin again, and does', {
  timeout: 120_000,
}, async () => {
  const people = (await page.getByLabel('Customers, one a line').inputValue()).split('\n');
  const studies = `${installation.origin}/admin/api/segments/by-example/*`;
  // Its first question comes late: in the meantime somebody begins another search.
  await page.route(
    studies,
    async (route) => {
      await owner.ask('/segments/by-example', { method: 'POST', body: JSON.stringify({ people }) });
      await route.continue();
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Find what they have in common' }).click();
  await page.getByText('It must begin again.').waitFor();
  await looksRight('given-up');
  await page.getByRole('button', { name: 'Search again' }).click();
  await page.getByText('Nothing tells these people from others').waitFor();
});
