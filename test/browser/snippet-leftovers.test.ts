import { expect, test } from 'vitest';
import type { PageEvent } from '../../snippet/protocol.ts';
import { startCollector } from './snippet-collector.ts';
import { startShop } from './snippet-shop.ts';
import { setStage, settled, stage } from './snippet-stage.ts';

setStage();

const onDevice = () => stage.page.evaluate(() => Object.keys(localStorage));
const carts = (events: PageEvent[]) => events.filter(({ name }) => name === 'add_to_cart');
const numbers = (events: PageEvent[]) => carts(events).map(({ params }) => Number(params?.number));
const upTo = (count: number) => [...Array(count).keys()];

test('what was said offline is delivered by the next page', async () => {
  const { collector, shop, page, context } = stage;
  const url = shop.page('/');
  const tab = await context.newPage();
  await tab.goto(url);
  await collector.until('page_view');
  await context.setOffline(true);
  await tab.evaluate(() => {
    for (let number = 0; number < 5; number++) vitrina('add_to_cart', { number });
  });
  await tab.close();
  await context.setOffline(false);
  await page.goto(url);
  await collector.until('add_to_cart', 5);
  expect(numbers(collector.events())).toEqual(upTo(5));
  await settled();
  expect(numbers(collector.events())).toEqual(upTo(5));
  expect(await onDevice()).toEqual([]);
});

test('what a collector in trouble refuses as a page is left is delivered by the next page, after its own view', async () => {
  const { collector, shop, page } = stage;
  await page.goto(shop.page('/'));
  await collector.until('page_view');
  const troubles = [{ status: 500 }, { status: 503 }];
  collector.reply((batch) => (carts(batch.events).length > 0 && troubles.shift()) || {});
  await page.evaluate((next) => {
    vitrina('add_to_cart', { number: 0 });
    location.href = next;
  }, shop.page('/next'));
  await collector.until('add_to_cart');
  expect(collector.attempts.map(({ status }) => status).filter((status) => status > 200)).toEqual([500, 503]);
  const [first] = collector.batches;
  const late = collector.batches.at(-1);
  expect(late?.page).toEqual(first?.page);
  expect(carts(late?.events ?? [])).toHaveLength(1);
  expect(collector.batches.at(-2)?.page.url).toBe(`${shop.origin}/next`);
});

test('of 200 events in 20 tabs that close at once none is lost', async () => {
  const { collector, shop, context } = stage;
  const url = shop.page('/');
  const tabs = await Promise.all(upTo(20).map(() => context.newPage()));
  for (const tab of tabs) await tab.goto(url);
  await collector.until('page_view', 20);
  await Promise.all(
    tabs.map(async (tab, place) => {
      await tab.evaluate((from) => {
        for (let number = from; number < from + 10; number++) vitrina('add_to_cart', { number });
      }, 10 * place);
      await tab.close();
    }),
  );
  // Tabs that are still open take up what a closed one left before its own request has been answered: at least once, under one id.
  const arrived = () => [...new Map(collector.events().map((event) => [event.id, event])).values()];
  await collector.when(() => carts(arrived()).length >= 200);
  expect(numbers(arrived()).sort((a, b) => a - b)).toEqual(upTo(200));
});

test('what several tabs leave behind is delivered by those that come after, each event under its one id', async () => {
  const { collector, shop, page, context } = stage;
  const url = shop.page('/');
  const tabs = [await context.newPage(), await context.newPage()];
  for (const tab of tabs) await tab.goto(url);
  await collector.until('page_view', 2);
  collector.reply(({ events }) => ({ status: carts(events).length > 0 ? 500 : 200 }));
  for (const [number, tab] of tabs.entries()) {
    await tab.evaluate((number) => vitrina('add_to_cart', { number }), number);
    await tab.close();
  }
  await expect.poll(() => collector.attempts.filter(({ status }) => status === 500).length).toBe(2);
  collector.reply(() => ({}));
  const other = await context.newPage();
  await Promise.all([page.goto(url), other.goto(url)]);
  await collector.until('page_view', 4);
  await collector.until('add_to_cart', 2);
  await settled();
  // Two tabs that open in the same moment may both find it: storage knows no locks, so the collector keeps each id once.
  const told = new Map(carts(collector.events()).map((event) => [event.id, event]));
  expect(numbers([...told.values()]).sort()).toEqual([0, 1]);
});

test('nothing is delivered twice over twelve quick steps where the acknowledgement can be read', async () => {
  const { files, page } = stage;
  const collector = await startCollector(files, 'localhost');
  const shop = await startShop(collector.origin);
  try {
    shop.page('/a');
    await page.goto(shop.page('/b'));
    for (const number of upTo(12)) {
      await page.waitForFunction(() => window.vitrina?.loaded);
      await page
        .evaluate((number) => {
          vitrina('add_to_cart', { number });
          location.href = number % 2 ? '/b' : '/a';
        }, number)
        .catch(() => undefined);
      await page.waitForURL(`**/${number % 2 ? 'b' : 'a'}`);
    }
    await collector.until('add_to_cart', 12);
    await page.waitForFunction(() => !localStorage.getItem('vitrina-queue'));
    await page.evaluate(() => vitrina('marker'));
    const events = await collector.until('marker');
    expect(numbers(events)).toEqual(upTo(12));
    expect(events.length - new Set(events.map(({ id }) => id)).size).toBe(0);
  } finally {
    shop.stop();
    collector.stop();
  }
});

test('without consent nothing is left on the device, and a refusal takes what was left away', async () => {
  const { collector, shop, page } = stage;
  collector.reply(() => ({ status: 500 }));
  await page.goto(shop.page('/', { head: shop.tag('data-site="key"') }));
  await page.waitForFunction(() => window.vitrina?.loaded);
  await page.goto(shop.page('/next', { head: '' }));
  expect(await onDevice()).toEqual([]);
  await page.goto(shop.page('/third'));
  await expect.poll(() => collector.attempts.length).toBeGreaterThan(1);
  await page.goto(shop.page('/next', { head: '' }));
  expect(await onDevice()).toEqual(['vitrina-queue']);
  await page.goto(shop.page('/denied', { head: shop.tag('data-site="key"') }));
  await page.waitForFunction(() => window.vitrina?.loaded);
  await page.evaluate(() => vitrina('consent', {}));
  await page.waitForFunction(() => localStorage.length === 0);
});
