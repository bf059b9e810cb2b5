import type { Locator } from '@playwright/test';
import { expect, test } from 'vitest';
import type { Decision, Overlay } from '../../snippet/protocol.ts';
import { axeFindings } from './axe.ts';
import { only, reserved, slot } from './snippet-decisions.ts';
import { names, setStage, stage } from './snippet-stage.ts';

setStage();

const props = {
  ...{ title: 'Ten percent for your next order', text: 'For everybody who has ordered twice this year.' },
  ...{ image: '/picture.svg', button: 'Look at the offer', url: '/offer' },
};

function over(kind: Overlay['kind'], trigger: Overlay['trigger'] = { on: 'load' }): Decision {
  const overlay = { kind, trigger, close: 'Close', site: 'key', path: '/' };
  return { id: 'd.0.offer.a', slot: '', widget: 'message', props, overlay };
}

/** Opens a long page; whether what waits may still come is answered by `may`. */
async function open(decision: Decision, { may = true, body = '', css = '' } = {}) {
  const { page, collector, shop } = stage;
  const calls: string[] = [];
  collector.reply(({ slots }) => ({ body: { slots: slots ? [decision] : [] } }));
  collector.onCall((call) => {
    if (!call.includes('/v1/overlay')) return undefined;
    if (!call.startsWith('OPTIONS')) calls.push(call);
    return may ? { show: true } : undefined;
  });
  shop.file('/.css', `${reserved} main { height: 4000px } ${css}`);
  await page.goto(shop.page('/', { body: `<main><p>Before</p><input id="own" />${body}</main>` }));
  return { dialog: page.getByRole('dialog'), calls };
}

/** Says an event of the page's own until what waits for it is there: it is heard from the collector's answer on. */
async function bringBy(event: string, dialog: Locator) {
  await expect
    .poll(
      async () => {
        await stage.page.evaluate((name) => window.vitrina?.(name), event);
        return dialog.isVisible();
      },
      { timeout: 20_000 },
    )
    .toBe(true);
}

test.each(['popup', 'slide-in', 'bar'] as const)(
  'a %s says its words to everybody, is seen, and moves nothing',
  async (kind) => {
    const { page, collector } = stage;
    for (const [width, height] of [
      [1280, 800],
      [360, 640],
    ] as const) {
      await page.setViewportSize({ width, height });
      const { dialog } = await open(over(kind));
      await dialog.getByText('Ten percent for your next order').waitFor();
      const events = await collector.until('slot_view');
      const views = events.filter(({ name }) => name === 'slot_view');
      expect(views.at(-1)?.params).toMatchObject({ decision: 'd.0.offer.a', slot: '' });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFindings(page, '[data-vitrina-over]')).toEqual([]);
      }
      const box = await dialog.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height).toBe(true);
      const close = await dialog.getByRole('button', { name: 'Close' }).boundingBox();
      expect(Math.min(close?.width ?? 0, close?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
  },
);

test.each([
  ['takes the colours of a dark shop', 'body { background: #102030; color: #f0f0f0 }', 'rgb(16, 32, 48)'],
  [
    'has its own beside a text that can hardly be read',
    'body { background: #fff8; color: #bbb }',
    'rgb(255, 255, 255)',
  ],
  [
    'has those that a shop names for it',
    'body { background: #102030; color: #f0f0f0 } :root { --vitrina-background: #fff4e0; --vitrina-text: #302010 }',
    'rgb(255, 244, 224)',
  ],
])('what lies over a page %s', async (_, css, background) => {
  const { page } = stage;
  const { dialog } = await open(over('popup'), { css });
  await dialog.getByText('Ten percent for your next order').waitFor();
  expect(await dialog.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(background);
  expect(await axeFindings(page, '[data-vitrina-over]')).toEqual([]);
});

test('a popup holds the keyboard, Escape closes it and gives it back, and the collector hears of it', async () => {
  const { page, collector } = stage;
  const { dialog } = await open(over('popup', { on: 'delay', seconds: 1 }));
  await dialog.waitFor();
  for (let tab = 0; tab < 5; tab++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id === 'own')).toBe(false);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const events = await collector.until('slot_dismiss');
  expect(events.at(-1)?.params).toMatchObject({ decision: 'd.0.offer.a' });
});

test('a slide-in interrupts nobody who writes, and comes with the scroll', async () => {
  const { page } = stage;
  const { dialog, calls } = await open(over('slide-in', { on: 'scroll', percent: 60 }));
  expect(await dialog.count()).toBe(0);
  await page.mouse.wheel(0, 2_500);
  await dialog.waitFor();
  expect(calls).toHaveLength(1);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});

test('what may not come any more when its moment has come stays away', async () => {
  const { page } = stage;
  const { dialog, calls } = await open(over('slide-in', { on: 'scroll', percent: 60 }), { may: false });
  await page.mouse.wheel(0, 2_500);
  await expect.poll(() => calls).toHaveLength(1);
  await page.waitForTimeout(300);
  expect(await dialog.count()).toBe(0);
});

test('an event of the page’s own brings it; a click on its button is told and closes nothing by force', async () => {
  const { page, collector } = stage;
  const { dialog } = await open(over('bar', { on: 'event', name: 'size_guide' }));
  await page.waitForTimeout(300);
  expect(await dialog.count()).toBe(0);
  await bringBy('size_guide', dialog);
  await dialog.getByRole('link', { name: 'Look at the offer' }).click({ modifiers: ['Control'] });
  const events = await collector.until('slot_click');
  expect(events.at(-1)?.params).toMatchObject({ decision: 'd.0.offer.a' });
});

test('whoever logs out takes it along', async () => {
  const { page, collector } = stage;
  const { dialog } = await open(over('bar'));
  await dialog.waitFor();
  collector.reply(() => ({ body: { slots: [] } }));
  await page.evaluate(() => window.vitrina?.('logout'));
  await dialog.waitFor({ state: 'detached' });
});

test('a message in the page keeps to its place', async () => {
  const { page, collector, shop } = stage;
  collector.reply((batch) => only(batch, { id: 'm', slot: 'promo', widget: 'message', props }));
  shop.file(
    '/.css',
    `${reserved} [data-vitrina=promo] { min-height: 96px } @media (max-width: 640px) { [data-vitrina=promo] { min-height: 152px } }`,
  );
  for (const [width, height] of [
    [1280, 96],
    [360, 152],
  ] as const) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(shop.page('/', { body: `<p>Before</p>${slot('promo')}<p>After</p>` }));
    const box = page.locator('[data-vitrina=promo]');
    await box.getByText('Ten percent for your next order').waitFor();
    expect((await box.boundingBox())?.height).toBe(height);
    expect(await axeFindings(page, '[data-vitrina=promo]')).toEqual([]);
  }
  expect(names(await collector.until('slot_view'))).toContain('slot_view');
});

const ending = { left: '3', waited: '', ends: 'Ends on 24 December at 18:00', lasts: 'Ends in', days: 'd' };

test('a message that counts to the end of its campaign goes away with it, in the page and over it', async () => {
  const { page, collector, shop } = stage;
  const inPage = { id: 'm', slot: 'promo', widget: 'message', props: { ...props, ...ending } };
  const lying = { ...over('bar'), props: { ...props, ...ending } };
  collector.reply(({ slots }) => ({ body: { slots: slots ? [inPage, lying] : [] } }));
  shop.file('/.css', `${reserved} main { height: 4000px } [data-vitrina=promo] { min-height: 152px }`);
  await page.goto(shop.page('/', { body: `<main><p>Before</p>${slot('promo')}<p>After</p></main>` }));
  for (const place of [page.locator('[data-vitrina=promo]'), page.getByRole('dialog')]) {
    const clock = place.getByRole('timer', { name: 'Ends on 24 December at 18:00' });
    await clock.waitFor();
    expect(await clock.textContent()).toMatch(/^Ends in 00:00:0[0-3]$/);
  }
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('[data-vitrina=promo]').getByRole('timer').count()).toBe(0);
  expect((await page.locator('[data-vitrina=promo]').boundingBox())?.height).toBe(152);
});

test('a clock fits beside the words on every screen, in light and dark, and stands still for whoever wants that', async () => {
  const { page, collector, shop } = stage;
  const counting = { id: 'm', slot: 'promo', widget: 'message', props: { ...props, ...ending, left: '200000' } };
  collector.reply(({ slots }) => ({ body: { slots: slots ? [counting] : [] } }));
  shop.file(
    '/.css',
    `${reserved} [data-vitrina=promo] { min-height: 96px } @media (max-width: 640px) { [data-vitrina=promo] { min-height: 152px } }`,
  );
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 700 });
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.goto(shop.page('/', { body: slot('promo') }));
    const place = page.locator('[data-vitrina=promo]');
    const clock = place.getByRole('timer');
    await clock.waitFor();
    const first = await clock.textContent();
    await expect.poll(() => clock.textContent()).not.toBe(first);
    const [box, whole] = [await clock.boundingBox(), await place.boundingBox()];
    expect(box && whole && box.y >= whole.y && box.y + box.height <= whole.y + whole.height).toBe(true);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page, '[data-vitrina=promo]')).toEqual([]);
    }
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.reload();
    await clock.waitFor();
    expect(await clock.textContent()).toBe('Ends on 24 December at 18:00');
  }
});

const focused = () => document.activeElement?.id ?? '';

test.each(['Escape', 'Close'] as const)(
  'a popup that is closed by %s gives the focus back to where it was',
  async (by) => {
    const { page } = stage;
    const { dialog } = await open(over('popup', { on: 'event', name: 'size_guide' }), {
      body: '<button id="guide">Size guide</button>',
    });
    await page.locator('#guide').focus();
    await bringBy('size_guide', dialog);
    if (by === 'Escape') await page.keyboard.press('Escape');
    else await dialog.getByRole('button', { name: 'Close' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(focused)).toBe('guide');
  },
);

test('whoever goes into a slide-in by the keyboard comes back by Escape to where they were', async () => {
  const { page } = stage;
  const { dialog } = await open(over('slide-in'), { body: '<button id="last">Last of the page</button>' });
  await dialog.waitFor();
  await page.locator('#last').focus();
  await page.keyboard.press('Escape');
  expect(await dialog.count()).toBe(1);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-vitrina-over'))).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.evaluate(focused)).toBe('last');
});

test('a page that throws away what lies over it can show another one later', async () => {
  const { page } = stage;
  const { dialog } = await open(over('bar'));
  await dialog.waitFor();
  await page.evaluate(() => document.querySelector('[data-vitrina-over]')?.remove());
  expect(await dialog.count()).toBe(0);
  await page.evaluate(() => history.pushState(null, '', '/next'));
  await dialog.waitFor();
});
