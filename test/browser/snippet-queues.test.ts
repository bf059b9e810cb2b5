import { expect, test } from 'vitest';
import { late, told } from './snippet-said.ts';
import { setStage, settled, stage } from './snippet-stage.ts';

setStage();

/** Opens a page that says this before our tag comes, and lets nothing of what we load later through before `release`. */
async function openHeld(early: string, body = '') {
  const { shop, page } = stage;
  shop.file('/early.js', early);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/w\//, async (route) => {
    await released;
    await route.continue();
  });
  const loading = page.waitForResponse(/\/w\/dialects-/);
  await page.goto(shop.page('/', { head: `<script src="/early.js"></script>${shop.tag()}`, body }));
  await page.waitForFunction(() => window.vitrina?.loaded);
  return async () => {
    release();
    const module = (await loading).url();
    await page.evaluate(`import(${JSON.stringify(module)}).then(() => new Promise((later) => setTimeout(later, 20)))`);
  };
}

/** What analytics.js leaves on a page, as its documentation has it pasted: stubs that gather calls. */
const segmentSnippet = `
  var analytics = window.analytics = window.analytics || [];
  analytics.invoked = true;
  for (const method of ['track', 'page', 'identify', 'ready'])
    analytics[method] = (...words) => { window.analytics.push([method, ...words]); return window.analytics };`;

/** What its library does as it comes: it empties the queue, puts an object in its place, and makes the calls. */
const segmentLibrary = `
  window.called = [];
  const queue = window.analytics.splice(0, window.analytics.length);
  window.analytics = { initialized: true };
  for (const method of ['track', 'page', 'identify', 'ready'])
    window.analytics[method] = (...words) => { called.push([method, ...words]); return Promise.resolve() };
  for (const [method, ...words] of queue) window.analytics[method](...words);`;

test('what Segment was told before its library came is heard, though its queue is empty by the time that we listen', async () => {
  const release = await openHeld(
    `${segmentSnippet} analytics.page(); analytics.track('Product Viewed', {product_id: 'CUP'});`,
  );
  await late(`analytics.track('Product Added', {product_id: 'CUP', quantity: 2}) === analytics`);
  await late(`{${segmentLibrary}}`);
  await release();
  await late(`analytics.track('Product Removed', {product_id: 'CUP'})`);
  expect((await told()).map(({ name }) => name)).toEqual(['view_item', 'add_to_cart', 'remove_from_cart']);
  // The library has got what it would have got without us.
  expect(await late('called')).toEqual([
    ['page'],
    ['track', 'Product Viewed', { product_id: 'CUP' }],
    ['track', 'Product Added', { product_id: 'CUP', quantity: 2 }],
    ['track', 'Product Removed', { product_id: 'CUP' }],
  ]);
});

/** Matomo applies what has gathered, and puts an object in its place whose \`push\` applies at once. */
const matomoLibrary = `
  window.called = [];
  const apply = (...calls) => { for (const call of calls) typeof call[0] === 'function' ? call[0]() : called.push(call) };
  for (const call of window._paq) apply(call);
  window._paq = { push: apply };`;

test('so is Matomo, with the items of a cart that were told before, and after', async () => {
  const release = await openHeld(
    `window._paq = [['trackPageView'], ['addEcommerceItem', 'CUP', 'Cup', 'Home', 5, 1]];`,
  );
  await late(`_paq.push(['addEcommerceItem', 'POT', 'Pot', 'Home', 20, 1])`);
  await late(`{${matomoLibrary}}`);
  await release();
  await late(`_paq.push(['trackEcommerceCartUpdate', 25]); _paq.push(['trackSiteSearch', 'tea'])`);
  const events = await told();
  expect(events.map(({ name }) => name)).toEqual(['view_cart', 'search']);
  expect(events[0]).toMatchObject({ items: [{ item_id: 'CUP' }, { item_id: 'POT' }], value: 25 });
  expect(await late('called.length')).toBe(5);
});

test('what Matomo was told of consent before it came holds for the first view', async () => {
  const release = await openHeld(`window._paq = [['requireConsent']]`);
  await late(`{${matomoLibrary}}`);
  await release();
  await late(`_paq.push(['setConsentGiven'])`);
  await settled();
  const [first] = stage.collector.batches;
  expect(first?.consent).toMatchObject({ statistics: false });
  expect(stage.collector.batches.at(-1)?.consent).toMatchObject({ statistics: true, source: 'matomo' });
});

/** Google's tag manager takes over \`push\`, reads what has gathered, and drops the oldest of more than 300 entries. */
const tagManager = `
  const push = dataLayer.push;
  dataLayer.push = function (...entries) {
    const count = push.apply(dataLayer, entries);
    while (dataLayer.length > 300) dataLayer.shift();
    return typeof count === 'boolean' ? count : true;
  };
  while (dataLayer.length > 300) dataLayer.shift();`;

test('a long dataLayer of which the tag manager has dropped the beginning is heard whole', async () => {
  const release = await openHeld(
    `window.dataLayer = [{event: 'view_item', ecommerce: {items: [{item_id: 'CUP'}]}}];
     for (let i = 0; i < 310; i++) dataLayer.push({'gtm.uniqueEventId': i});`,
  );
  await late(`{${tagManager}}`);
  const seen = await late(
    `[dataLayer.push({event: 'add_to_cart', ecommerce: {items: [{item_id: 'CUP'}]}}), dataLayer.length]`,
  );
  expect(seen).toEqual([true, 300]);
  await release();
  expect((await told()).map(({ name }) => name)).toEqual(['view_item', 'add_to_cart']);
});

test('a library that comes later still is heard from the first thing on that somebody does', async () => {
  const release = await openHeld(segmentSnippet, '<button>Buy</button>');
  await release();
  await late(`{${segmentLibrary}}`);
  await late(
    `document.querySelector('button').addEventListener('click', () => analytics.track('Product Added', {product_id: 'CUP'}))`,
  );
  await stage.page.getByText('Buy').click();
  expect((await told()).map(({ name }) => name)).toEqual(['add_to_cart']);
});

test('PostHog and RudderStack are heard, and not what they say to themselves', async () => {
  const stub = (name: string, methods: string) => `window.${name} = [];
    for (const method of '${methods}'.split(' ')) ${name}[method] = (...words) => ${name}.push([method, ...words]);`;
  const release = await openHeld(`${stub('posthog', 'capture identify')} ${stub('rudderanalytics', 'track identify')}
    posthog.capture('Product Viewed', {product_id: 'CUP'}); posthog.capture('$pageview');
    posthog.identify('u-1', {email: 'olha@shop.example'}); rudderanalytics.identify({first_name: 'Olha'});
    rudderanalytics.track('Product Added', {product_id: 'POT'})`);
  await release();
  expect(await told()).toMatchObject([
    { name: 'add_to_cart', items: [{ item_id: 'POT' }] },
    { name: 'view_item', items: [{ item_id: 'CUP' }] },
    { name: 'login', user_id: 'u-1' },
  ]);
  expect(JSON.stringify(stage.collector.batches)).not.toMatch(/olha|pageview"/i);
});
