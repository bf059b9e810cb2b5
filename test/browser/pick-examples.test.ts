import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shopper } from '../collector/shopper.ts';
import { startPanel } from './panel.ts';

let panel: Awaited<ReturnType<typeof startPanel>>;
let page: Page;

beforeAll(async () => {
  panel = await startPanel();
  page = panel.page;
});

afterAll(() => panel?.stop());

test('people picked in the list, over two searches, are the examples of a segment', { timeout: 120_000 }, async () => {
  const ids: string[] = [];
  for (let place = 0; place < 6; place++) {
    const visitor = shopper(panel);
    const view = visitor.event('page_view');
    await visitor.send([view]);
    ids.push(await panel.owner.visitorOf(view.id));
  }
  const [last = '', ...others] = ids;
  await page.goto(`${panel.origin}/admin/segments/by-example`);
  await page.getByRole('link', { name: 'Pick them in the list of visitors' }).click();
  const box = (id: string) => page.getByRole('checkbox', { name: `Pick ${id.slice(-6)}` });
  for (const id of others.slice(0, 4)) await box(id).check();
  await page.getByText('Pick five to fifty people').waitFor();
  const on = page.getByRole('link', { name: 'Find what they have in common' });
  expect(await on.count()).toBe(0);
  await page.getByRole('searchbox').fill(last.slice(-6));
  await expect.poll(() => page.getByRole('checkbox').count(), { timeout: 30_000 }).toBe(1);
  await box(last).check();
  await page.getByText('5 picked').waitFor();
  await panel.looksRight('picking');
  await on.click();
  const lines = await page.getByLabel('Customers, one a line').inputValue();
  expect(lines.split('\n')).toEqual([...others.slice(0, 4), last]);
  await page.getByRole('button', { name: 'Find what they have in common' }).click();
  await page.getByText('Nothing tells these people from others').waitFor();
  await panel.looksRight('picked');
});

test('a search that the server has given up says that it must begin again, and does', {
  timeout: 120_000,
}, async () => {
  const people = (await page.getByLabel('Customers, one a line').inputValue()).split('\n');
  const studies = `${panel.origin}/admin/api/segments/by-example/*`;
  // Its first question comes late: in the meantime somebody begins another search.
  await page.route(
    studies,
    async (route) => {
      await panel.owner.ask('/segments/by-example', { method: 'POST', body: JSON.stringify({ people }) });
      await route.continue();
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Find what they have in common' }).click();
  await page.getByText('It must begin again.').waitFor();
  await panel.looksRight('given-up');
  await page.getByRole('button', { name: 'Search again' }).click();
  await page.getByText('Nothing tells these people from others').waitFor();
});
