import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPerson, signed } from '../collector/knowing.ts';
import { shopper } from '../collector/shopper.ts';
import { startPanel } from './panel.ts';

let panel: Awaited<ReturnType<typeof startPanel>>;
let page: Page;

beforeAll(async () => {
  panel = await startPanel();
  page = panel.page;
});

afterAll(() => panel?.stop());

const open = async (query = '') => {
  await page.goto(`${panel.origin}/admin/recommendations/results${query}`);
  await page.getByRole('heading', { level: 1, name: 'What shelves earn' }).waitFor();
};
const card = (name: string | RegExp) => page.getByRole('region', { name });

/** Ten lamps at 40, of which one is no shelf’s. */
async function offer(): Promise<void> {
  const made = await panel.owner.ask('/keys', { method: 'POST', body: JSON.stringify({ name: 'Shop' }) });
  const { secret } = (await made.json()) as { secret: string };
  const upsert = Array.from({ length: 10 }, (_, number) => ({
    ...{ item_id: `LAMP-${number}`, item_name: `Lamp ${number}`, item_category: 'Lamps', price: '40' },
    url: `https://www.shop.example/lamp-${number}`,
  }));
  const answer = await fetch(`${panel.origin}/v1/catalog`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ upsert }),
  });
  expect(answer.status).toBe(200);
}

/** Opens the home page, and where a shelf is there its first card; buys that, or something else, where they are to buy. */
async function visit(name: string, buys: boolean): Promise<void> {
  const visitor = shopper(panel);
  const login = visitor.event('login', { identity: await signed(panel.owner, newPerson(name)) });
  const { answer } = await visitor.send([visitor.event('page_view'), login], { slots: ['home'] });
  const decision = answer?.slots.find(({ slot }) => slot === 'home');
  const [card] = (decision?.props.items ?? []) as { id: string }[];
  const about = { decision: decision?.id, slot: 'home' };
  if (card)
    await visitor.send([
      visitor.event('slot_view', about),
      visitor.event('slot_click', { ...about, item_id: card.id }),
      visitor.event('view_item', { items: [{ item_id: card.id }] }),
    ]);
  if (!buys) return;
  const items = [{ item_id: card?.id ?? 'LAMP-9', price: 40 }];
  const order = { transaction_id: crypto.randomUUID(), currency: 'EUR', value: 40, items };
  await visitor.send([visitor.event('add_to_cart', { items }), visitor.event('purchase', order)]);
}

test('before a shelf was shown the page says so, and leads to how one gets into the shop', async () => {
  await page.goto(`${panel.origin}/admin/recommendations`);
  await page.getByRole('link', { name: 'What they earn' }).click();
  await page.getByText('No shelf was shown in these days').waitFor();
  await page.getByText('No product is in stock.').waitFor();
  await panel.looksRight('earnings-empty');
});

test('what was opened and bought is told by recipe, product and person', async () => {
  await offer();
  await visit('Olha', true);
  await visit('Petro', false);
  await open('?period=7');
  const metrics = page.getByRole('main').locator('dl').first();
  await metrics.getByText('€40.00').waitFor();
  await expect.poll(() => metrics.textContent()).toContain('100%');
  const which = card('Which shelf earns what?');
  await which.getByText('Place', { exact: true }).click();
  await which.getByRole('link', { name: 'Home page shelf' }).click();
  await page.waitForURL(/slot=home/);
  await which.getByText('Place and version').click();
  await which.getByText(/Home page shelf · .+ 1/).waitFor();
  await panel.looksRight('earnings');

  await card('Which products?')
    .getByRole('link', { name: /Who opened “Lamp/ })
    .first()
    .click();
  const opened = card(/^Who opened “Lamp/);
  await opened.getByText('Bought: €40.00').waitFor();
  await opened.getByText('Only opened').waitFor();
  await panel.looksRight('earnings-clicks');
  await opened.getByRole('link', { name: 'Olha' }).click();
  await page.getByRole('heading', { level: 1, name: 'Olha' }).waitFor();
});

test('nothing that followed an opening is called brought by the shelf: the page says how that can be told', async () => {
  await open('?period=7');
  const brings = card('What would be missing without the shelves');
  await brings.getByText('Nobody goes without a shelf').waitFor();
  // A twentieth of the forty.
  await brings.getByText('at most about €2.00').waitFor();
  await brings.getByRole('link', { name: 'Choose a comparison group' }).click();
  await page.getByRole('heading', { level: 2, name: 'Comparison group' }).waitFor();
  await page.getByText('20%', { exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => panel.owner.read('/shelves/comparison')).toMatchObject({ share: 20 });
  await open('?period=7');
  await brings.getByText('20% of the visitors go without a shelf, but').waitFor();
});

test('the two groups are compared as soon as enough have come, and not before', async () => {
  for (let n = 0; n < 20; n++) await visit(`Early ${n}`, n % 2 === 0);
  await open('?period=7');
  const brings = card('What would be missing without the shelves');
  await brings.getByText('Too early to tell').waitFor();
  await panel.looksRight('earnings-early');
  for (let group = 0; group < 70; group++)
    await Promise.all(Array.from({ length: 10 }, (_, n) => visit(`Late ${n}`, n % 2 === 0)));
  await open('?period=7');
  await brings.getByText(/^Per person: .* Buyers per 100 people: /).waitFor();
  await brings.getByText('Nobody counts for more than €40.00').waitFor();
  await panel.looksRight('earnings-compared');
});

test('products that found nobody are listed, with those that lead to them', async () => {
  await open('?period=7&kind=unsold');
  await card('How much of the range shelves show')
    .getByText(/of 10 products in stock stood on a shelf/)
    .waitFor();
  const cold = card('Products that find nobody');
  await cold
    .getByText(/leads? to it/)
    .first()
    .waitFor();
  await panel.looksRight('earnings-cold');
  const file = page.waitForEvent('download');
  await cold.getByRole('link', { name: 'with commas' }).click();
  expect((await file).suggestedFilename()).toMatch(/^shelves-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
});

test('in each language the page stands', async () => {
  for (const [locale, title] of [
    ['uk', 'Що заробляють полиці'],
    ['ro', 'Ce câștigă rafturile'],
    ['ru', 'Что зарабатывают полки'],
  ] as const) {
    await page.evaluate((language) => localStorage.setItem('vitrina-language', language), locale);
    await page.goto(`${panel.origin}/admin/recommendations/results?period=7`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await panel.looksRight(`earnings-${locale}`);
  }
});
