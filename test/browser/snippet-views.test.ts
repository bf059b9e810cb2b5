import { expect, test } from 'vitest';
import { openUndriven } from './browser.ts';
import { names, setStage, settled, stage } from './snippet-stage.ts';

setStage();

for (const api of ['Navigation', 'History']) {
  test(`a step in a single-page shop is one view, with its final title (${api} API)`, async () => {
    const { collector, shop, page } = stage;
    if (api === 'History') await page.addInitScript(() => Reflect.deleteProperty(window, 'navigation'));
    await page.goto(shop.page('/'));
    await collector.until('page_view');
    await page.evaluate(() => {
      history.pushState(null, '', '/mug?utm=1');
      history.replaceState(null, '', '/mug');
      document.title = 'Mug';
    });
    await collector.until('page_view', 2);
    await page.evaluate(() => {
      history.replaceState({ scroll: 1 }, '', '/mug');
      location.hash = 'reviews';
    });
    expect(await settled()).toEqual(['page_view', 'page_view', 'marker']);
    const [first, second] = collector.batches;
    expect(second?.page).toMatchObject({ url: `${shop.origin}/mug`, title: 'Mug', referrer: `${shop.origin}/` });
    expect(second?.page.id).not.toBe(first?.page.id);
    await page.evaluate(() => history.go(-2));
    await collector.until('page_view', 3);
  });
}

test('an event right after the address has changed belongs to the new view', async () => {
  const { collector, shop, page } = stage;
  await page.goto(shop.page('/'));
  await collector.until('page_view');
  await page.evaluate(() => {
    vitrina('select_item');
    history.pushState(null, '', '/mug');
    vitrina('view_item');
    document.title = 'Mug';
  });
  await collector.until('view_item');
  const views = collector.batches.map((batch) => [batch.page.url, batch.page.title, ...names(batch.events)]);
  expect(views.slice(1)).toEqual([
    [`${shop.origin}/`, '/', 'select_item'],
    [`${shop.origin}/mug`, 'Mug', 'page_view', 'view_item'],
  ]);
});

test('a page that comes back from the back-forward cache is a view of its own', async () => {
  const { collector, shop, page } = stage;
  await page.goto(shop.page('/'));
  await collector.until('page_view');
  await page.evaluate(() => addEventListener('pageshow', (event) => vitrina('back', { persisted: event.persisted })));
  await page.goto(shop.page('/next', { head: '' }));
  await page.goBack({ waitUntil: 'commit' });
  const events = await collector.until('back');
  expect(names(events)).toEqual(['page_view', 'page_view', 'back']);
  expect(events.at(-1)?.params).toEqual({ persisted: true });
  const [first, second] = collector.batches.filter(({ events }) => names(events)[0] === 'page_view');
  expect(second?.page.id).not.toBe(first?.page.id);
  expect(second?.page).not.toHaveProperty('referrer');
});

test('a prerendered page is counted when it is shown', async () => {
  const { collector, shop } = stage;
  shop.page('/next', { head: `${shop.tag()}<script src="/next.js"></script>`, title: 'Next' });
  shop.file('/next.js', `vitrina('early', {prerendering: document.prerendering})`);
  shop.file('/.rules', JSON.stringify({ prerender: [{ urls: ['/next'], eagerness: 'immediate' }] }));
  shop.file(
    '/marker.js',
    collector.loaded(2).then(() => `vitrina('marker')`),
  );
  shop.file(
    '/leave.js',
    collector.until('marker').then(() => `location.href = '/next'`),
  );
  const head = `${shop.tag()}<script async src="/marker.js"></script><script async src="/leave.js"></script>`;
  const close = await openUndriven(shop.page('/', { head }));
  const events = await collector.until('early').finally(close);
  expect(names(events)).toEqual(['page_view', 'marker', 'page_view', 'early']);
  expect(events.at(-1)?.params).toEqual({ prerendering: true });
});
