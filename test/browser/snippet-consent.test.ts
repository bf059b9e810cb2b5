import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { emptyDevice, lookAtDevice } from './on-device.ts';
import { greeting } from './snippet-decisions.ts';
import { names, setStage, settled, stage } from './snippet-stage.ts';

setStage();

const onDevice = () => stage.page.evaluate(() => ({ ...localStorage, ...sessionStorage }));
const everythingOnDevice = () => stage.page.evaluate(`(${lookAtDevice})()`);

test('without consent events are sent, and nothing is kept on the device', async () => {
  const { collector, shop, page, context } = stage;
  await page.goto(shop.page('/', { head: shop.tag('data-site="key"') }));
  await page.waitForFunction(() => window.vitrina?.loaded);
  expect(await settled()).toEqual(['page_view', 'marker']);
  expect(collector.batches[0]?.consent).toEqual({ statistics: false, personalisation: false, marketing: false });
  expect(await everythingOnDevice()).toEqual(emptyDevice);
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
    ['consent', undefined, ['news'], { ...none, statistics: true, source: 'api' }],
    ['marker', 'T1', undefined, { ...none, statistics: true, source: 'api' }],
    ['consent', 'T1', ['news'], { ...none, marketing: true, source: 'api' }],
    ['marker', undefined, undefined, { ...none, marketing: true, source: 'api' }],
  ]);
  expect(collector.batches[3]?.events[0]?.params).toEqual({ ...none, marketing: true, source: 'api' });
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
  const none = { statistics: false, personalisation: false, marketing: false };
  expect(collector.batches.map(({ consent }) => consent)).toEqual([
    { ...none, source: 'gpc' },
    { ...none, statistics: true, source: 'api' },
  ]);
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

test('as long as nobody has answered, an earlier visitor is neither told nor forgotten', async () => {
  const { collector, shop, page } = stage;
  collector.reply(({ consent, token }) => ({
    body: { slots: [], ...(consent.statistics && !token && { token: 'T1' }) },
  }));
  await page.goto(shop.page('/'));
  await page.waitForFunction(() => localStorage.vitrina);
  await page.goto(shop.page('/next', { head: shop.tag('data-site="key"') }));
  await collector.until('page_view', 2);
  expect(collector.batches.at(-1)?.token).toBeUndefined();
  await page.evaluate(() => vitrina('consent', { statistics: true }));
  await collector.until('consent');
  expect(collector.batches.at(-1)?.token).toBe('T1');
});

test('a refusal as the page loads goes with the last token, and nothing stays on the device', async () => {
  const { collector, shop, page } = stage;
  collector.reply(({ consent }) => ({ body: { slots: [], ...(consent.statistics && { token: 'T1' }) } }));
  await page.goto(shop.page('/'));
  await page.waitForFunction(() => localStorage.vitrina);
  shop.file('/early.js', "vitrina('consent', { statistics: false })");
  await page.goto(shop.page('/next', { head: `<script src="/early.js"></script>${shop.tag()}` }));
  await collector.until('page_view', 2);
  expect(collector.batches.at(-1)).toMatchObject({ token: 'T1', consent: { statistics: false, source: 'api' } });
  await settled();
  expect(collector.batches.at(-1)?.token).toBeUndefined();
  expect(await everythingOnDevice()).toEqual(emptyDevice);
});

test('each batch says which snippet it is, and how far the clock is ahead of UTC', async () => {
  const { collector, shop } = stage;
  const context = await stage.context.browser()?.newContext({ timezoneId: 'Asia/Kolkata' });
  const page = await context?.newPage();
  const script = page?.waitForResponse('**/v.js');
  await page?.goto(shop.page('/'));
  await collector.until('page_view');
  const [batch] = collector.batches;
  expect(batch?.offset).toBe(330);
  expect(batch?.version).toMatch(/^[0-9A-F]{8}$/);
  expect(await (await script)?.text()).toContain(batch?.version);
  await context?.close();
});
