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

test('a place is picked by pointing at it, the draft is drawn there, and the panel’s form has it', async () => {
  await tab.getByLabel('Shows').selectOption('Variant A');
  await button('Pick a place').click();
  await tab.getByText('Point at what it should stand beside').waitFor();
  expect(await promo().getByRole('heading').count()).toBe(0);
  await tab.getByText('First words').hover();
  await editor().getByText('Picked: main p').waitFor();
  await tab.getByText('Much else').hover({ position: { x: 5, y: 5 } });
  await editor().getByText('Picked: main > div:nth-of-type(2)').waitFor();
  await editor().getByText('The page gives it no name that would stay').waitFor();
  await tab.keyboard.press('Escape');
  await promo().getByRole('heading', { name: 'Summer begins' }).waitFor();

  await button('Pick a place').click();
  await tab.getByText('Oolong').scrollIntoViewIfNeeded();
  await button('To the other edge').click();
  await tab.getByRole('link', { name: 'Sencha' }).click();
  await editor().getByText('Picked: #bestsellers').waitFor();
  expect(tab.url()).toBe(`${shop.origin}/`);
  await button('Leave it').click();

  await button('Pick a place').click();
  await tab.getByText('Bestsellers').hover();
  await tab.keyboard.press('ArrowUp');
  await editor().getByText('Picked: #bestsellers').waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await tab.keyboard.press('Enter');
  expect(await tab.getByLabel('Where').evaluate((field) => field.matches(':focus'))).toBe(true);
  await tab.getByLabel('Where').selectOption('before it');
  await tab.getByLabel('On which pages').selectOption('this page alone: /');
  expect(await axeFindings(tab)).toEqual([]);
  const folder = process.env.SCREENSHOTS;
  if (folder) await tab.screenshot({ path: `${folder}/on-shop-picked.png` });
  await button('Take this place').click();
  await editor().getByText('The draft stands here now').waitFor();
  const box = tab.locator('#bestsellers').locator('xpath=preceding-sibling::*[1]');
  await box.getByRole('heading', { name: 'Summer begins' }).waitFor();
  expect(await promo().getByRole('heading').count()).toBe(0);

  const { page } = panel;
  await page.bringToFront();
  await page.getByText('Taken into the form from the shop: Before #bestsellers.').waitFor();
  await page.getByRole('region', { name: 'Where', exact: true }).getByText('Before #bestsellers').waitFor();
  await panel.looksRight('campaign-picked');
});

test('once it is kept and started, visitors see it there, and nothing moves', async () => {
  const { page } = panel;
  await page.getByRole('button', { name: 'Save and start' }).click();
  await page.getByText('Saved as version 2.').waitFor();
  const visitor = await tab.context().newPage();
  await expect
    .poll(
      async () => {
        // One in twenty sees no campaign, nor do five of a hundred this one: each is somebody else.
        await visitor.context().clearCookies();
        await visitor.goto(shop.origin);
        await visitor.evaluate(() => localStorage.clear());
        await visitor.reload();
        return visitor
          .locator('[data-vitrina^=at-]')
          .getByRole('heading', { name: /Summer begins|Two for one/ })
          .count();
      },
      { timeout: 30_000, interval: 1_500 },
    )
    .toBe(1);
  expect(await visitor.locator('[data-vitrina^=at-] + #bestsellers').count()).toBe(1);
  await visitor.locator('#bestsellers').scrollIntoViewIfNeeded();
  await expect.poll(heard, { timeout: 20_000 }).toContain('slot_view');
  expect(await shop.problems(visitor)).toEqual([]);
  await visitor.goto(`${shop.origin}/other`);
  await expect.poll(heard, { timeout: 20_000 }).toContain('/other');
  expect(await visitor.locator('[data-vitrina^=at-]').count()).toBe(0);
  await visitor.close();
});

test('other tabs are visitors’, who see no draft; so is this one when the preview ends', async () => {
  const visitor = await tab.context().newPage();
  await visitor.goto(`${shop.origin}/quiet`);
  await expect.poll(heard, { timeout: 20_000 }).toContain('/quiet');
  expect(await visitor.getByRole('region', { name: 'Preview by Vitrina' }).count()).toBe(0);
  expect(await visitor.locator('[data-vitrina=promo]').getByRole('heading').count()).toBe(0);
  await visitor.close();
  await button('End the preview').click();
  await tab.waitForFunction(() => window.vitrina?.loaded && sessionStorage.length === 0);
  expect(await editor().count()).toBe(0);
  await tab.close();
});

test('what lies over the page comes at once, one variant after the other, and is not asked for again', async () => {
  const [one] = campaign('over').variants;
  if (one?.content.widget !== 'message') throw new Error('the story’s campaign shows a message');
  const { content } = one;
  const titled = (id: string, title: string) => ({ id, weight: 1, content: { ...content, title: { en: title } } });
  const place = { kind: 'bar', trigger: { on: 'delay', seconds: 600 } } as const;
  const variants = [titled('a', 'First bar'), titled('b', 'Second bar')];
  const body = JSON.stringify({
    campaign: campaign('over', { name: 'Over', state: 'draft', place, variants }),
    language: 'uk',
  });
  const started = await panel.owner.ask('/previews', { method: 'POST', body });
  const { token } = (await started.json()) as { token: string };
  tab = await panel.page.context().newPage();
  const calls: string[] = [];
  tab.on('request', (request) => calls.push(new URL(request.url()).pathname));
  await tab.goto(`${shop.origin}/#_vp=${token}`);
  const bar = tab.getByRole('dialog');
  await bar.getByRole('heading', { name: 'First bar' }).waitFor();
  await tab.getByRole('region', { name: 'Перегляд від Vitrina' }).getByLabel('Показати').selectOption('Варіант B');
  await bar.getByRole('heading', { name: 'Second bar' }).waitFor();
  expect(await bar.count()).toBe(1);
  await bar.getByRole('button', { name: 'Close' }).click();
  expect(await bar.count()).toBe(0);
  await button('Показати ще раз').click();
  await bar.getByRole('heading', { name: 'Second bar' }).waitFor();
  expect(calls.filter((path) => path.startsWith('/v1/') && path !== '/v1/preview')).toEqual([]);
});

test('of a place in the first screen it is said that nothing may come there later', async () => {
  await button('До іншого краю').click();
  await button('Вибрати місце').click();
  await tab.getByRole('heading', { level: 1 }).click();
  await tab.getByText('Це місце видно одразу').waitFor();
  await button('Узяти це місце').click();
  await tab.getByText(/Тепер чернетка стоїть тут.*Це місце видно одразу/).waitFor();
  await tab.locator('h1 + [data-vitrina^=at-]').getByRole('heading', { name: 'Second bar' }).waitFor();
  expect((await shop.problems(tab)).filter((problem) => !problem.startsWith('shift'))).toEqual([]);
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
