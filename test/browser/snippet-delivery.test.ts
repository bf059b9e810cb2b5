import { expect, test } from 'vitest';
import { setStage, settled, stage } from './snippet-stage.ts';

setStage();

test('nothing is lost when an event and a navigation share a task', async () => {
  const { collector, shop, page } = stage;
  shop.page('/a');
  await page.goto(shop.page('/b'));
  for (let step = 0; step < 12; step++) {
    await page.waitForFunction(() => window.vitrina?.loaded);
    await page
      .evaluate((number) => {
        vitrina('add_to_cart', { number });
        location.href = number % 2 ? '/b' : '/a';
      }, step)
      .catch(() => undefined);
    await page.waitForURL(`**/${step % 2 ? 'b' : 'a'}`);
  }
  await page.waitForFunction(() => window.vitrina?.loaded);
  const events = await collector.until('add_to_cart', 12);
  const carts = events.filter(({ name }) => name === 'add_to_cart');
  expect(carts.map(({ params }) => params?.number)).toEqual([...Array(12).keys()]);
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
});

test('what a collector in trouble refuses is delivered once, in order, and not before it asked for', async () => {
  const { collector, shop, page } = stage;
  const troubles = [{ status: 500 }, { status: 429, retryAfter: 2 }];
  collector.reply(() => troubles.shift() ?? {});
  await page.goto(shop.page('/'));
  await page.waitForFunction(() => window.vitrina?.loaded);
  await page.evaluate(() => vitrina('view_item'));
  expect(await settled()).toEqual(['page_view', 'view_item', 'marker']);
  const [, second, third] = collector.attempts;
  expect(collector.attempts.map(({ status }) => status).slice(0, 3)).toEqual([500, 429, 200]);
  expect((third?.time ?? 0) - (second?.time ?? 0)).toBeGreaterThan(1_900);
});

test('a batch that the collector calls wrong is not sent again', async () => {
  const { collector, shop, page } = stage;
  collector.reply((batch) => ({ status: batch.events[0]?.name === 'page_view' ? 400 : 200 }));
  await page.goto(shop.page('/'));
  await page.waitForFunction(() => window.vitrina?.loaded);
  expect(await settled()).toEqual(['marker']);
  expect(collector.attempts.map(({ status }) => status)).toEqual([400, 200]);
});

test('a token that the collector does not know is dropped, and the events are sent without it', async () => {
  const { collector, shop, page } = stage;
  collector.reply(({ token }) => (token === 'old' ? { status: 401 } : { body: { slots: [], token: 'new' } }));
  await page.addInitScript(() => localStorage.setItem('vitrina', localStorage.getItem('vitrina') ?? 'old'));
  await page.goto(shop.page('/'));
  await collector.until('page_view');
  expect(await settled()).toEqual(['page_view', 'marker']);
  expect(collector.attempts.map(({ status }) => status)).toEqual([401, 200, 200]);
  expect(collector.batches.map(({ token }) => token)).toEqual([undefined, 'new']);
});

test('a collector that is not there, or talks nonsense, never shows on the page', async () => {
  const { page, collector, shop } = stage;
  collector.reply(() => ({ body: '<html>502' }));
  const body = '<div data-vitrina="first">Own</div>';
  await page.goto(shop.page('/', { body }));
  await page.waitForResponse(`${collector.origin}/v1/collect`);
  collector.stop();
  await page.evaluate(() => vitrina('purchase', { transaction_id: 'T1' }));
  await page.waitForEvent('requestfailed');
  expect(await page.getByText('Own').isVisible()).toBe(true);
});
