import { expect, test } from 'vitest';
import { setStage, stage } from './snippet-stage.ts';

setStage();

/**
 * Opens a page and waits for what the snippet loads when the page is idle, and until the page has heard that its view has come:
 * a browser that leaves cuts off what is on its way, and then the rest is for the shop's next page to tell.
 */
async function open(url: string) {
  const { page, collector } = stage;
  collector.reply((batch) => ({ body: { slots: [], token: batch.page.url } }));
  const loading = page.waitForResponse(/\/w\/auto-/);
  await page.goto(url);
  const module = (await loading).url();
  // As text: the test runner would put its own word for `import`.
  await page.evaluate(`import(${JSON.stringify(module)}).then(() => undefined)`);
  await heard(url);
}

/** The page knows that its view of this address has come. */
const heard = (url: string) => stage.page.waitForFunction((url) => localStorage.getItem('vitrina') === url, url);

/** What the events of this name said, when as many have come. */
async function said(name: string, times = 1) {
  const events = await stage.collector.until(name, times);
  return events.filter((event) => event.name === name).map(({ params }) => params);
}

test('how long and how far down a page was seen is told as it is left', async () => {
  const { shop, page } = stage;
  shop.file('/.css', 'body { margin: 0 } main { height: 4000px }');
  await open(shop.page('/', { body: '<main>Long</main>' }));
  await page.evaluate(() => scrollTo(0, 1_000));
  await page.evaluate(() => new Promise((later) => setTimeout(later, 1_200)));
  await page.goto(shop.page('/next', { head: '' }));
  const [engagement] = await said('engagement');
  const time = Number(engagement?.engagement_time_msec);
  expect(time).toBeGreaterThanOrEqual(1_200);
  expect(time).toBeLessThan(20_000);
  const [scroll] = await said('scroll');
  expect(scroll?.percent_scrolled).toBe(Math.round((100 * (1_000 + 823)) / 4_000));
});

test('a step in a single-page shop ends one look and begins another', async () => {
  const { shop, page } = stage;
  await page.goto(shop.page('/'));
  await page.waitForFunction(() => window.vitrina?.loaded);
  await page.evaluate(() => new Promise((later) => setTimeout(later, 1_500)));
  await page.evaluate(() => history.pushState(null, '', '/mug'));
  await said('page_view', 2);
  const [first, second] = stage.collector.batches.filter(({ events }) => events[0]?.name !== 'page_view');
  expect(second).toBeUndefined();
  const events = stage.collector.batches.find(({ events }) => events.some(({ name }) => name === 'engagement'));
  expect((first ?? events)?.page.url).toBe(`${shop.origin}/`);
});

test('clicks that lead away and downloads are told, without the query', async () => {
  const { shop, page } = stage;
  const away = 'http://elsewhere.invalid/path';
  shop.file('/stay.js', "document.addEventListener('click', (event) => event.preventDefault())");
  const body = `<script src="/stay.js"></script><a id="own" href="/own">Own</a><a id="mail" href="mailto:a@shop.example">Mail</a>
    <a id="away" href="${away}?secret=1"><b>Away</b></a><a id="file" href="/list.PDF?secret=1">List</a>`;
  await open(shop.page('/', { body }));
  for (const id of ['own', 'mail', 'away', 'file']) await page.locator(`#${id}`).click();
  const files = await said('file_download');
  expect(files).toEqual([{ link_url: `${shop.origin}/list.PDF`, file_extension: 'PDF' }]);
  expect(await said('click')).toEqual([{ link_url: away, outbound: true }]);
});

test('forms tell names and what is wrong, and never what was typed', async () => {
  const { collector, shop, page } = stage;
  shop.file('/stay.js', "document.addEventListener('submit', (event) => event.preventDefault())");
  const body = `<script src="/stay.js"></script><form id="news" name="letter"><input name="name" value="Anna">
    <input type="email" name="email"><select name="size" required><option value="">-</option><option>secret-size</option></select>
    <button>Send</button></form>`;
  await open(shop.page('/', { body }));
  await page.locator('[name=email]').fill('secret-mail');
  await page.locator('button').click();
  await page.locator('[name=email]').fill('secret-mail@shop.example');
  await page.locator('[name=size]').selectOption('secret-size');
  await page.locator('button').click();
  const form = { form_id: 'news', form_name: 'letter' };
  expect(await said('form_submit')).toEqual([form]);
  expect(await said('form_start')).toEqual([form]);
  expect(await said('form_error')).toEqual([
    { ...form, field: 'email', error: 'typeMismatch' },
    { ...form, field: 'size', error: 'valueMissing' },
  ]);
  expect(JSON.stringify(collector.batches)).not.toContain('secret-');
});

test('errors of the shop are told once each, and five at most', async () => {
  const { shop, page } = stage;
  shop.file('/wrong.js', 'function wrong(what) { setTimeout(() => { throw new Error(what) }) }');
  await open(shop.page('/', { head: `${shop.tag()}<script src="/wrong.js?key=secret"></script>` }));
  await page.evaluate(() => {
    const wrong: (what: string) => void = Reflect.get(window, 'wrong');
    for (const what of ['a', 'a', 'b', 'c']) wrong(what);
    void Promise.reject(new Error('d'));
    return new Promise((later) => setTimeout(later, 50));
  });
  await page.evaluate(() => {
    const wrong: (what: string) => void = Reflect.get(window, 'wrong');
    for (const what of ['e', 'f', 'g']) wrong(what);
    return new Promise((later) => setTimeout(later, 50));
  });
  const errors = await said('js_error', 5);
  const messages = errors.map((error) => String(error?.message).replace(/^(Uncaught )?Error: /, ''));
  expect(messages.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(errors.find((error) => String(error?.message).endsWith('a'))).toMatchObject({
    source: `${shop.origin}/wrong.js`,
    line: 1,
  });
  await page.evaluate(() => window.problems.splice(0));
});

test('the vitals of a page are told as it is left', async () => {
  const { shop, page } = stage;
  shop.file('/.css', 'p { margin: 0 }');
  await open(shop.page('/', { body: '<h1>Mugs</h1><button>Slow</button>' }));
  await page.evaluate(() => {
    document.querySelector('button')?.addEventListener('click', () => {
      const end = performance.now() + 120;
      while (performance.now() < end);
    });
    const high = document.createElement('div');
    high.textContent = 'late';
    high.id = 'late';
    document.body.prepend(high);
    return new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
  await page.locator('button').click();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 50))));
  await page.evaluate(() => window.problems.splice(0));
  await page.goto(shop.page('/next', { head: '' }));
  const [vitals] = await said('web_vital');
  expect(Object.keys(vitals ?? {}).sort()).toEqual(['cls', 'fcp', 'inp', 'lcp', 'ttfb']);
  expect(Number(vitals?.inp)).toBeGreaterThanOrEqual(120);
  expect(Number(vitals?.cls)).toBeGreaterThan(0);
  expect(Number(vitals?.lcp)).toBeGreaterThanOrEqual(Number(vitals?.fcp));
  expect(Number(vitals?.fcp)).toBeGreaterThan(Number(vitals?.ttfb));
});

test('a page that the shop does not have is told with its status and its own address, once, as it is left', async () => {
  const { shop, page } = stage;
  shop.page('/missing', { status: 404 });
  await open(`${shop.origin}/missing`);
  await page.evaluate(() => history.pushState(null, '', '/home'));
  await heard(`${shop.origin}/home`);
  await page.goto(shop.page('/next', { head: '' }));
  expect(await said('http_error')).toEqual([{ status: 404, page_location: `${shop.origin}/missing` }]);
});
