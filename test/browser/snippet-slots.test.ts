import { expect, test } from 'vitest';
import { greeting, only, reserved, shelf, slot } from './snippet-decisions.ts';
import { names, setStage, settled, stage } from './snippet-stage.ts';
import { traceCosts } from './trace-costs.ts';

setStage();

test('a greeting and two shelves in their places move nothing on a slow phone', async () => {
  const { context, page, collector, shop } = stage;
  collector.reply((batch) => only(batch, greeting('Welcome back, Anna <b>!</b>'), shelf('first'), shelf('second')));
  shop.file('/.css', reserved);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await devtools.send('Network.enable');
  const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
  await devtools.send('Network.emulateNetworkConditions', slow);

  const body = `<p>Before</p>${slot('hello')}${slot('first')}<p>Between</p>${slot('second')}<p>After</p>`;
  await page.goto(shop.page('/', { body }));
  const events = await collector.until('slot_view', 3);
  expect(names(events)).toEqual(['page_view', 'slot_view', 'slot_view', 'slot_view']);
  expect(await page.locator('h2').allTextContents()).toEqual([
    'Welcome back, Anna <b>!</b>',
    'You may also like',
    'You may also like',
  ]);
  for (const [name, height] of Object.entries({ hello: 56, first: 348, second: 348 })) {
    const box = await page.locator(`[data-vitrina=${name}]`).boundingBox();
    expect(box?.height).toBe(height);
  }
});

test('no task of ours is over 50 ms on a processor at a quarter of its speed', async () => {
  const { context, collector, shop } = stage;
  collector.reply((batch) => only(batch, greeting('Hello'), shelf('first'), shelf('second')));
  shop.file('/.css', reserved);
  const url = shop.page('/', { body: slot('hello') + slot('first') + slot('second') });
  const longest: number[] = [];
  // What else the machine does only ever adds, so the best of three is nearest to the truth.
  for (let round = 0; round < 3; round++) {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const costs = await traceCosts(page, collector.origin);
    await page.goto(url);
    await page.locator('[data-vitrina=second] li').first().waitFor();
    const { tasks } = await costs();
    expect(tasks.length).toBeGreaterThan(3);
    longest.push(Math.max(...tasks));
    await page.close();
  }
  expect(Math.min(...longest)).toBeLessThan(50);
});

test('a shift, a violation of the policy and an error would be seen by these tests', async () => {
  const { page, shop } = stage;
  shop.file('/wrong.js', 'wrong()');
  await page.goto(shop.page('/', { body: '<script src="/wrong.js"></script><p>low</p>' }));
  await page.evaluate(() => {
    const high = document.createElement('div');
    high.style.height = '99px';
    document.body.prepend(high);
    document.body.insertAdjacentHTML('beforeend', '<b style="color: red">red</b>');
  });
  await page.waitForFunction(() => window.problems.length >= 3);
  const problems = await page.evaluate(() => window.problems.splice(0));
  expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual(['error:', 'shift:', 'style-src-attr']);
});

test('a place that nobody kept free stays as it is while it is in view', async () => {
  const { page, collector, shop } = stage;
  collector.reply((batch) => only(batch, shelf('near'), shelf('far')));
  const body = `${slot('near')}<p>After</p><div id="space"></div>${slot('far')}`;
  shop.file('/.css', '#space { height: 2000px }');
  await page.goto(shop.page('/', { body }));
  const events = await collector.until('slot_late');
  expect(events.at(-1)?.params).toEqual({ decision: 'near You may also like', slot: 'near' });
  await page.locator('[data-vitrina=far] li').first().waitFor();
  expect(await page.locator('[data-vitrina=near]').boundingBox()).toMatchObject({ height: 0 });
});

test('what the page has no slot for stands beside what it has, below what is in sight, or not at all', async () => {
  const { page, collector, shop } = stage;
  const at = (name: string, selector: string, position: 'before' | 'append' = 'before') => ({
    ...shelf(name),
    slot: `at-${name}`,
    at: { selector, position },
  });
  collector.reply(({ slots, page: { url } }) => {
    const all = [
      at('high', '#high'),
      at('low', '#low'),
      at('in', '#low', 'append'),
      at('none', '#none'),
      at('wrong', '?!'),
    ];
    return { body: { slots: slots && !url.endsWith('/away') ? all : [] } };
  });
  shop.file('/.css', '#space { height: 2000px }');
  const body = '<p id="high">High</p><div id="space"></div><section id="low"><p>Low</p></section>';
  await page.goto(shop.page('/', { body }));
  const boxes = page.locator('[data-vitrina^=at-]');
  await expect.poll(() => boxes.count(), { timeout: 20_000 }).toBe(2);
  const late = (await collector.until('slot_late')).filter(({ name }) => name === 'slot_late');
  expect(late.map(({ params }) => params?.slot)).toEqual(['at-high']);
  expect(await page.locator('[data-vitrina=at-low] + #low > p + [data-vitrina=at-in]').count()).toBe(1);
  await page.locator('#low').scrollIntoViewIfNeeded();
  await collector.until('slot_view', 1);
  // Another view of the page asks with them; where they are no longer wanted their room stays, since it was in sight.
  await page.evaluate(() => history.pushState(null, '', '/next'));
  await expect.poll(() => collector.batches.at(-1)?.slots, { timeout: 20_000 }).toEqual(['at-low', 'at-in']);
  expect(await boxes.count()).toBe(2);
  const before = await page.locator('[data-vitrina=at-low]').boundingBox();
  await page.evaluate(() => history.pushState(null, '', '/away'));
  await expect.poll(() => page.locator('[data-vitrina=at-low] li').count(), { timeout: 20_000 }).toBe(0);
  expect((await page.locator('[data-vitrina=at-low]').boundingBox())?.height).toBe(before?.height);
});

test("the shop's own content stays where it was seen, and gives way below the view", async () => {
  const { page, collector, shop } = stage;
  collector.reply((batch) => only(batch, shelf('seen'), shelf('below')));
  shop.file('/.css', `${reserved} #space { height: 2000px }`);
  const body = `${slot('seen', '<h3>Bestsellers</h3>')}${slot('none', '<p>Own</p>')}<div id="space"></div>${slot('below', '<p>Own</p>')}`;
  await page.goto(shop.page('/', { body }));
  await collector.until('slot_late');
  await page.locator('[data-vitrina=below] li').first().waitFor();
  expect(await page.getByText('Bestsellers').isVisible()).toBe(true);
  expect(await page.getByText('Own').filter({ visible: true }).count()).toBe(1);
});

test('a login changes what is shown, and a logout takes it down at once', async () => {
  const { page, collector, shop } = stage;
  let seen = () => {};
  const isSeen = new Promise<void>((resolve) => {
    seen = resolve;
  });
  collector.reply(async (batch) => {
    const known = names(batch.events).includes('login');
    // Who is left alone is shown something again before anybody could look.
    if (names(batch.events).includes('logout')) await isSeen;
    return only(batch, ...(known ? [greeting('Hello Anna'), shelf('first', 'For Anna')] : [shelf('first', 'For all')]));
  });
  shop.file('/.css', reserved);
  await page.goto(shop.page('/', { body: slot('hello', 'Hello') + slot('first') }));
  await page.getByText('For all').waitFor();
  await page.evaluate(() => vitrina('login', { identity: 'signed' }));
  await page.getByText('For Anna').waitFor();
  expect(await page.locator('h2').allTextContents()).toEqual(['Hello Anna', 'For Anna']);
  const left = await page.evaluate(async () => {
    vitrina('logout');
    await new Promise((painted) => requestAnimationFrame(painted));
    return [...document.querySelectorAll('[data-vitrina]')].map(({ shadowRoot }) => shadowRoot?.textContent);
  });
  seen();
  expect(left).toEqual(['', '']);
  expect(await page.getByText('Hello', { exact: true }).isVisible()).toBe(true);
  await page.getByText('For all').waitFor();
});

test('another view in a single-page shop, and a page that changed itself, ask again', async () => {
  const { page, collector, shop } = stage;
  collector.reply((batch) => only(batch, shelf('first', `For ${new URL(batch.page.url).pathname}`), shelf('late')));
  shop.file('/.css', reserved);
  await page.goto(shop.page('/', { body: slot('first') }));
  await page.getByText('For /').waitFor();
  await page.evaluate(() => history.pushState(null, '', '/mug'));
  await page.getByText('For /mug').waitFor();
  await page.evaluate((html) => {
    document.body.insertAdjacentHTML('beforeend', html);
    vitrina('slots');
  }, slot('late'));
  await page.locator('[data-vitrina=late] li').first().waitFor();
  expect(collector.batches.at(-1)).toMatchObject({ slots: ['first', 'late'], events: [] });
});

test('a view is told once, and a click on a card before the page is left', async () => {
  const { page, collector, shop } = stage;
  // The token says which batch the page has heard the answer to.
  collector.reply((batch) => {
    const { body } = only(batch, shelf('first'), shelf('below'));
    return { body: { ...body, token: batch.events.at(-1)?.name ?? '' } };
  });
  shop.file('/.css', `${reserved} #space { height: 2000px }`);
  shop.page('/product-1', { head: '' });
  await page.goto(shop.page('/', { body: `${slot('first')}<div id="space"></div>${slot('below')}` }));
  await collector.until('slot_view');
  await page.evaluate(() => scrollTo(0, 9_999));
  await collector.until('slot_view', 2);
  // What is on its way as a browser leaves is cut off, and the rest then for the shop's next page to tell; here that has no tag.
  await page.waitForFunction(() => localStorage.getItem('vitrina') === 'slot_view');
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('[data-vitrina=first] a').nth(1).click();
  const events = await collector.until('slot_click');
  expect(names(events)).toEqual(['page_view', 'slot_view', 'slot_view', 'slot_click']);
  const about = { decision: 'first You may also like', slot: 'first' };
  expect(events.filter(({ name }) => name.startsWith('slot_')).map(({ params }) => params)).toEqual([
    about,
    { decision: 'below You may also like', slot: 'below' },
    { ...about, item_id: 'P1' },
  ]);
  await page.waitForURL('**/product-1');
});

test('the keyboard reaches each card, and a focused card is in view', async () => {
  const { page, collector, shop } = stage;
  collector.reply((batch) => only(batch, shelf('first')));
  shop.file('/.css', reserved);
  await page.goto(shop.page('/', { body: slot('first') }));
  const last = page.locator('[data-vitrina=first] a').last();
  await last.waitFor();
  for (let card = 0; card < 8; card++) await page.keyboard.press('Tab');
  expect(await last.evaluate((card: HTMLElement) => card.matches(':focus-visible'))).toBe(true);
  await page.waitForFunction(() => {
    const slot = document.querySelector('[data-vitrina]');
    const box = slot?.shadowRoot?.activeElement?.getBoundingClientRect();
    return box && box.left >= 0 && box.right <= innerWidth;
  });
});

test('what cannot be drawn leaves the own content of the shop', async () => {
  const { page, collector, shop } = stage;
  const broken = { id: 'd1', slot: 'first', widget: 'shelf', props: { title: 5, items: [null, 7, { id: 'x' }] } };
  const unknown = { id: 'd2', slot: 'second', widget: 'constructor', props: {} };
  collector.reply((batch) => only(batch, broken, unknown));
  shop.file('/.css', reserved);
  await page.goto(shop.page('/', { body: slot('first', '<p>Own one</p>') + slot('second', '<p>Own two</p>') }));
  await collector.until('page_view');
  expect(await settled()).toEqual(['page_view', 'marker']);
  expect(await page.getByText(/Own/).filter({ visible: true }).count()).toBe(2);
});
