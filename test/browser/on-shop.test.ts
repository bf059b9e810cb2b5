import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Campaign } from '../../server/campaigns/campaign.ts';
import { campaign } from '../collector/campaigner.ts';
import { axeFindings } from './axe.ts';
import { startForeignShop } from './foreign-shop.ts';
import { startPanel } from './panel.ts';

let shop: Awaited<ReturnType<typeof startForeignShop>>;
let panel: Awaited<ReturnType<typeof startPanel>>;
/** The shop in the tab that the panel has opened. */
let tab: Page;

beforeAll(async () => {
  shop = await startForeignShop();
  panel = await startPanel(shop.origin);
  shop.follow({ collector: panel.origin, site: panel.owner.site });
  const [variant] = campaign('summer').variants;
  if (variant?.content.widget !== 'message') throw new Error('the story’s campaign shows a message');
  const { content } = variant;
  const titled = (id: string, title: string) => ({ id, weight: 1, content: { ...content, title: { en: title } } });
  await keep(
    campaign('summer', {
      ...{ name: 'Summer', state: 'draft', rungs: ['profile'] },
      variants: [titled('a', 'Summer begins'), titled('b', 'Two for one')],
    }),
  );
  await keep(
    campaign('known', {
      name: 'For regulars',
      priority: 90,
      variants: [titled('a', 'Welcome back')],
      rungs: ['profile'],
      audience: { field: 'orders', is: '>=', value: 1 },
    }),
  );
});

afterAll(async () => {
  await panel?.stop();
  shop?.stop();
});

async function keep(kept: Omit<Campaign, 'version'>) {
  const body = JSON.stringify({ campaign: kept, base: 0 });
  expect((await panel.owner.ask(`/campaigns/${kept.id}`, { method: 'PUT', body })).status).toBe(200);
}

const button = (name: string | RegExp) => tab.getByRole('button', { name });
const editor = () => tab.getByRole('region', { name: 'Preview by Vitrina' });
const promo = () => tab.locator('[data-vitrina=promo]');
const fateOf = (name: string) => editor().getByRole('listitem').filter({ hasText: name });

/** What the collector has heard of anybody. */
const heard = async () => JSON.stringify(await panel.owner.everything());

test('the panel opens the shop with the draft, under the shop’s own policy; nothing of the visit is told', async () => {
  const { page, origin } = panel;
  await page.goto(`${origin}/admin/campaigns/summer`);
  await page.getByRole('heading', { level: 1, name: 'Summer' }).waitFor();
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Open on the shop' }).click(),
  ]);
  tab = opened;
  await promo().getByRole('heading', { name: 'Summer begins' }).waitFor();
  expect(tab.url()).toBe(`${shop.origin}/`);
  expect(await tab.evaluate(() => window.opener)).toBeNull();
  await editor().getByText('Only you see this draft').waitFor();
  await tab.evaluate(() => window.vitrina?.('add_to_cart', { items: [{ item_id: 'p1' }] }));
  await tab.goto(`${shop.origin}/other`);
  await editor().getByRole('heading', { name: 'Summer' }).waitFor();
  await tab.goto(shop.origin);
  await promo().getByRole('heading', { name: 'Summer begins' }).waitFor();
  expect(shop.asked().filter((path) => path.includes('_vp'))).toEqual([]);
  expect(JSON.parse(await heard())).toMatchObject({ events: [], total: 0 });
  expect(await shop.problems(tab)).toEqual([]);
});

test('each variant, and the page without it, is seen as whoever is chosen; and why the others are not', async () => {
  await tab.getByLabel('Shows').selectOption('Variant B');
  await promo().getByRole('heading', { name: 'Two for one' }).waitFor();
  await fateOf('For regulars').getByText('they are not who it is for').waitFor();
  await tab.getByLabel('Shows').selectOption('Without the campaign');
  await expect.poll(() => promo().getByRole('heading').count(), { timeout: 10_000 }).toBe(0);
  await fateOf('Summer').getByText('they go without it, to compare').waitFor();
  await tab.getByLabel('Shows').selectOption('What would be seen');
  await promo()
    .getByRole('heading', { name: /Summer begins|Two for one/ })
    .waitFor();
  await tab.getByLabel('Seen as').selectOption('Somebody who allows nothing');
  await fateOf('Summer').getByText('they do not allow enough').waitFor();
  await expect.poll(() => promo().getByRole('heading').count(), { timeout: 10_000 }).toBe(0);
  await tab.getByLabel('Seen as').selectOption('A new visitor');
  await tab.getByLabel('Shows').selectOption('Variant A');
  await promo().getByRole('heading', { name: 'Summer begins' }).waitFor();
  expect(await shop.problems(tab)).toEqual([]);
});

test('the bar reads well at a desk and on a phone, goes to the other edge, folds, and takes the keyboard', async () => {
  for (const [width, height] of [
    [360, 740],
    [1280, 900],
  ] as const) {
    await tab.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await tab.emulateMedia({ colorScheme });
      expect(await axeFindings(tab)).toEqual([]);
    }
    const box = await editor().boundingBox();
    expect(box && box.x >= 0 && box.width <= width && box.y + box.height <= height && box.height <= height / 2).toBe(
      true,
    );
    expect(await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const folder = process.env.SCREENSHOTS;
    if (folder) await tab.screenshot({ path: `${folder}/on-shop-${width}.png` });
  }
  await button('To the other edge').focus();
  await tab.keyboard.press('Enter');
  expect((await editor().boundingBox())?.y).toBe(0);
  await tab.keyboard.press('Enter');
  await button('Fold').focus();
  await tab.keyboard.press('Space');
  expect(await tab.getByLabel('Shows').count()).toBe(0);
  await button('Unfold').focus();
  await tab.keyboard.press('Space');
  await tab.getByLabel('Shows').focus();
  await tab.keyboard.press('ArrowDown');
  await promo().getByRole('heading', { name: 'Two for one' }).waitFor();
});

test('other tabs are visitors’, who see no draft; so is this one when the preview ends', async () => {
  const visitor = await tab.context().newPage();
  await visitor.goto(shop.origin);
  await expect.poll(heard, { timeout: 20_000 }).toContain('page_view');
  expect(await visitor.getByRole('region', { name: 'Preview by Vitrina' }).count()).toBe(0);
  expect(await visitor.locator('[data-vitrina=promo]').getByRole('heading').count()).toBe(0);
  await visitor.close();
  await button('End the preview').click();
  await tab.waitForFunction(() => window.vitrina?.loaded && sessionStorage.length === 0);
  expect(await editor().count()).toBe(0);
  await tab.close();
});

test('a link that is none says so, and leads back to the page', async () => {
  tab = await panel.page.context().newPage();
  await tab.goto(`${shop.origin}/#_vp=made.up`);
  await tab.getByRole('alert').getByText('This link is over').waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await button('End the preview').click();
  await expect.poll(() => tab.getByRole('alert').count(), { timeout: 10_000 }).toBe(0);
  expect(tab.url()).toBe(`${shop.origin}/`);
  await tab.close();
});
