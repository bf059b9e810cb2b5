import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { greeting } from './snippet-decisions.ts';
import { names, setStage, settled, stage } from './snippet-stage.ts';

setStage();

const onDevice = () => stage.page.evaluate(() => ({ ...localStorage, ...sessionStorage }));

test('without consent events are sent, and nothing is kept on the device', async () => {
  const { collector, shop, page, context } = stage;
  await page.goto(shop.page('/', { head: shop.tag('data-site="key"') }));
  await page.waitForFunction(() => window.vitrina?.loaded);
  expect(await settled()).toEqual(['page_view', 'marker']);
  expect(collector.batches[0]?.consent).toEqual({ statistics: false, personalisation: false, marketing: false });
  expect(await onDevice()).toEqual({});
  expect(await context.cookies()).toEqual([]);
});

test('a grant is an event, and asks for the slots again; a withdrawal deletes the token and says so', async () => {
  const { collector, shop, page } = stage;
  collector.reply(({ consent }) => ({ body: { slots: [], ...(consent.statistics && { token: 'T1' }) } }));
  const body = '<div data-vitrina="news"></div>';
  await page.goto(shop.page('/', { head: shop.tag('data-site="key"'), body }));
  await collector.until('page_view');
  await page.evaluate(() => vitrina('consent', { statistics: true }));
  await collector.until('consent');
  expect(await settled()).toEqual(['page_view', 'consent', 'marker']);
  expect(await onDevice()).toEqual({ vitrina: 'T1' });
  await page.evaluate(() => vitrina('consent', { marketing: true }));
  expect(await onDevice()).toEqual({});
  await collector.until('consent', 2);
  expect(await settled()).toEqual(['page_view', 'consent', 'marker', 'consent', 'marker']);
  const sent = collector.batches.map(({ token, slots, consent, events }) => [names(events)[0], token, slots, consent]);
  const none = { statistics: false, personalisation: false, marketing: false };
  expect(sent).toEqual([
    ['page_view', undefined, ['news'], none],
    ['consent', undefined, ['news'], { ...none, statistics: true }],
    ['marker', 'T1', undefined, { ...none, statistics: true }],
    ['consent', 'T1', ['news'], { ...none, marketing: true }],
    ['marker', undefined, undefined, { ...none, marketing: true }],
  ]);
  expect(collector.batches[3]?.events[0]?.params).toEqual({ ...none, marketing: true });
  expect(await onDevice()).toEqual({});
});

test('what the page says of consent as it loads holds for its first view, in one request', async () => {
  const { collector, shop, page } = stage;
  const calls = "vitrina('view_item'); vitrina('consent', { statistics: true, personalisation: true });";
  const body = '<div data-vitrina="news"></div>';
  shop.file('/early.js', calls);
  await page.goto(shop.page('/', { head: `<script src="/early.js"></script>${shop.tag('data-site="key"')}`, body }));
  await page.waitForFunction(() => window.vitrina?.loaded);
  expect(await settled()).toEqual(['page_view', 'view_item', 'marker']);
  expect(collector.batches[0]).toMatchObject({
    consent: { statistics: true, personalisation: true, marketing: false },
    slots: ['news'],
  });
  expect(names(collector.batches[0]?.events ?? [])).toEqual(['page_view', 'view_item']);
});

test('the same consent again is no change', async () => {
  const { collector, shop, page } = stage;
  await page.goto(shop.page('/'));
  await collector.until('page_view');
  await page.evaluate(() => vitrina('consent', { statistics: true, personalisation: true, marketing: true }));
  expect(await settled()).toEqual(['page_view', 'marker']);
});

test('Global Privacy Control is stronger than the tag, and weaker than what the visitor then says', async () => {
  const { collector, shop, page } = stage;
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await page.goto(shop.page('/'));
  await collector.until('page_view');
  await page.evaluate(() => vitrina('consent', { statistics: true }));
  await collector.until('consent');
  expect(collector.batches.map(({ consent }) => consent.statistics)).toEqual([false, true]);
});

test('the token comes back on the next page, and the next visitor after a logout has another', async () => {
  const { collector, shop, page } = stage;
  let made = 0;
  collector.reply(({ token, events }) => {
    const isNew = !token || events.some(({ name }) => name === 'logout');
    return { body: { slots: [], ...(isNew && { token: `T${++made}` }) } };
  });
  await page.goto(shop.page('/'));
  await page.waitForFunction(() => localStorage.vitrina);
  await page.goto(shop.page('/next'));
  await collector.until('page_view', 2);
  await page.evaluate(() => {
    vitrina('view_item');
    vitrina('logout');
    vitrina('search');
  });
  await collector.until('search');
  const sent = collector.batches.map(({ token, events }) => [token, ...names(events)]);
  expect(sent.filter(([, ...events]) => events.length > 0)).toEqual([
    [undefined, 'page_view'],
    ['T1', 'page_view'],
    ['T1', 'view_item', 'logout'],
    ['T2', 'search'],
  ]);
  expect(await onDevice()).toEqual({ vitrina: 'T2' });
});

test('an answer to somebody who has left does not bring them back', async () => {
  const { collector, shop, page } = stage;
  const visit = new EventEmitter();
  const asked = once(visit, 'asked');
  collector.reply(async ({ events }) => {
    if (events[0]?.name !== 'page_view') return { body: { slots: [] } };
    visit.emit('asked');
    await once(visit, 'left');
    return { body: { slots: [greeting('Hello Anna')], token: 'Anna' } };
  });
  await page.goto(shop.page('/', { body: '<div data-vitrina="hello"></div>' }));
  await page.waitForFunction(() => window.vitrina?.loaded);
  await asked;
  await page.evaluate(() => vitrina('logout'));
  visit.emit('left');
  await collector.until('logout');
  await settled();
  expect(await onDevice()).toEqual({});
  expect(await page.locator('[data-vitrina] section').count()).toBe(0);
});
