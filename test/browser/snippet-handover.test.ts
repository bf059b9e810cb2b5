import { expect, test } from 'vitest';
import { startShop } from './snippet-shop.ts';
import { names, setStage, settled, stage } from './snippet-stage.ts';

setStage();

/** What `/v1/handover` was asked, and the pages of another domain of the shop. */
async function domains() {
  const { collector, page } = stage;
  const other = await startShop(collector.origin, 'other.localhost');
  const asked: unknown[] = [];
  await page.route('**/v1/handover', async (route) => {
    asked.push(route.request().postDataJSON());
    const headers = { 'Access-Control-Allow-Origin': stage.shop.origin, 'Access-Control-Allow-Credentials': 'true' };
    await route.fulfill({ headers, json: { handover: `word${asked.length}.now.signed` } });
  });
  const settings = `data-site="key" data-consent="granted" data-domains="other.localhost:${new URL(other.origin).port}"`;
  return { other, asked, settings };
}

/** Opens the shop's page and waits for the part that watches its links. */
async function openShop(body: string, settings: string) {
  const { page, shop, collector } = stage;
  collector.reply(() => ({ body: { slots: [], token: 'T1' } }));
  const loading = page.waitForResponse(/\/w\/handover-/);
  await page.goto(shop.page('/', { head: shop.tag(settings), body }));
  const module = (await loading).url();
  await page.evaluate(`import(${JSON.stringify(module)}).then(() => undefined)`);
  await page.waitForFunction(() => localStorage.vitrina);
}

test('a visitor who follows a link to another domain of the shop takes a word along', async () => {
  const { page, collector } = stage;
  const { other, asked, settings } = await domains();
  const there = other.page('/pay', { head: other.tag(settings.replace(/data-domains.*/, 'data-domains="localhost"')) });
  await openShop('<p></p>', settings);
  // Built by a script, later.
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href: `${href}?basket=7#pay`, textContent: 'Pay' });
    document.querySelector('p')?.append(link);
  }, there);
  const link = page.locator('a');
  await Promise.all([page.waitForResponse('**/v1/handover'), link.hover()]);
  await link.click();
  await page.waitForURL('**/pay**');
  await collector.when(() => collector.batches.some(({ page: { url } }) => url.includes('/pay')));
  const arrival = collector.batches.find(({ page: { url } }) => url.includes('/pay'));
  expect(asked).toEqual([{ site: 'key', token: 'T1' }]);
  expect(arrival?.page.url).toBe(`${there}?basket=7&_vh=word1.now.signed#pay`);
  await page.waitForFunction(() => !location.search.includes('_vh'));
  expect(page.url()).toBe(`${there}?basket=7#pay`);
  await settled();
  const views = collector.events().filter(({ name }) => name === 'page_view');
  expect(views).toHaveLength(2);
  other.stop();
});

test('the link itself stays as it was, a second one has a word of its own, and other sites get none', async () => {
  const { page } = stage;
  const { other, asked, settings } = await domains();
  const elsewhere = `http://elsewhere.localhost:1/`;
  await openShop(`<a id="a" href="${other.origin}/a">A</a> <a id="e" href="${elsewhere}">Elsewhere</a>`, settings);
  await page.evaluate(() => {
    const followed: string[] = [];
    Object.assign(window, { followed });
    addEventListener('click', (event) => {
      event.preventDefault();
      if (event.target instanceof HTMLAnchorElement) followed.push(event.target.search);
    });
  });
  for (const id of ['a', 'e', 'a']) {
    const link = page.locator(`#${id}`);
    const answer = id === 'a' ? page.waitForResponse('**/v1/handover') : undefined;
    await page.mouse.move(0, 0);
    await link.hover();
    await answer;
    await link.click();
  }
  expect(await page.evaluate('followed')).toEqual(['?_vh=word1.now.signed', '', '?_vh=word2.now.signed']);
  expect(asked).toHaveLength(2);
  await expect.poll(() => page.locator('#a').getAttribute('href')).toBe(`${other.origin}/a`);
  other.stop();
});

test('without consent nothing is taken along', async () => {
  const { page } = stage;
  const { other, asked, settings } = await domains();
  await openShop(`<a href="${other.origin}/a">A</a>`, settings);
  await page.evaluate(() => vitrina('consent', { statistics: false }));
  await page.locator('a').hover();
  expect(names(await stage.collector.until('consent'))).toContain('consent');
  await settled();
  expect(asked).toEqual([]);
  other.stop();
});
