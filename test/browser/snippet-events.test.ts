import { expect, test } from 'vitest';
import { setStage, settled, stage } from './snippet-stage.ts';

setStage();

test('calls before the snippet has loaded are sent in order, with the page view and in one request', async () => {
  const { collector, shop, page } = stage;
  const head = `<script src="/early.js"></script>${shop.tag()}`;
  shop.file(
    '/early.js',
    `vitrina('view_item', {items: [{item_id: 'A', price: 2.5}]}); vitrina('add_to_cart', {value: '2,50'});`,
  );
  await page.goto(shop.page('/', { head, title: 'Home' }));
  await collector.until('add_to_cart');
  expect(collector.batches).toHaveLength(1);
  const [batch] = collector.batches;
  expect(batch).toMatchObject({
    site: 'key',
    consent: { statistics: true, personalisation: true, marketing: true },
    page: { url: `${shop.origin}/`, title: 'Home', language: 'uk' },
    events: [
      { name: 'page_view' },
      { name: 'view_item', params: { items: [{ item_id: 'A', price: 2.5 }] } },
      { name: 'add_to_cart', params: { value: '2,50' } },
    ],
  });
  expect(batch?.events.map(({ id }) => id)).toEqual([0, 1, 2].map((n) => `${batch?.page.id}.${n}`));
  // A page without places asks what lies over it.
  expect(batch?.slots).toEqual([]);
});

test('a snippet that is on the page twice counts one view', async () => {
  const { collector, shop, page } = stage;
  await page.goto(shop.page('/', { head: shop.tag() + shop.tag() }));
  await collector.until('page_view');
  expect(await settled()).toEqual(['page_view', 'marker']);
});

test('a theme that strips attributes can say the same in the address of the script', async () => {
  const { collector, shop, page } = stage;
  await page.goto(
    shop.page('/', { head: shop.tag('', '?site=other&consent=granted&domains=shop.example%2Cother.example') }),
  );
  await collector.until('page_view');
  expect(collector.batches[0]).toMatchObject({ site: 'other', consent: { statistics: true } });
});

test('events carry what the page said at the time of the call', async () => {
  const { collector, shop, page } = stage;
  await page.goto(shop.page('/'));
  await page.evaluate(() => {
    const params = { transaction_id: 'T1', value: 7, currency: 'UAH', items: [{ item_id: 'A', quantity: 2 }] };
    vitrina('purchase', params);
    params.value = 8;
  });
  const events = await collector.until('purchase');
  expect(events.at(-1)?.params).toEqual({
    transaction_id: 'T1',
    value: 7,
    currency: 'UAH',
    items: [{ item_id: 'A', quantity: 2 }],
  });
});

test('only window.vitrina is added to the page', async () => {
  const { collector, shop, page } = stage;
  await page.goto(shop.page('/bare', { head: '' }));
  const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
  await page.goto(shop.page('/'));
  await collector.until('page_view');
  const after = await page.evaluate(() => Object.getOwnPropertyNames(window));
  expect(after.filter((name) => !before.includes(name))).toEqual([]);
  expect(before).toContain('vitrina');
});
