import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaign } from '../collector/campaigner.ts';
import { shopper } from '../collector/shopper.ts';
import { startPanel } from './panel.ts';

let panel: Awaited<ReturnType<typeof startPanel>>;

beforeAll(async () => {
  panel = await startPanel();
});

afterAll(() => panel?.stop());

test('what holds for all campaigns is chosen with who and when, and nobody writes over somebody else', async () => {
  const { page, owner, origin } = panel;
  await page.goto(`${origin}/admin/campaigns`);
  const rules = page.getByRole('region', { name: 'What holds for all campaigns' });
  await rules.getByLabel('See no campaign at all, %').fill('0');
  await rules.getByRole('button', { name: 'Save' }).click();
  await rules.getByText('Saved as version 2').waitFor();
  await rules.getByText('All versions').click();
  await rules.getByText(owner.email).waitFor();
  await panel.looksRight('campaign-rules');

  const body = JSON.stringify({ common: { holdout: 0, budget: 6 }, base: 2 });
  expect((await owner.ask('/campaigns/common', { method: 'PUT', body })).status).toBe(200);
  await rules.getByLabel('Attention of one person').fill('8');
  await rules.getByRole('button', { name: 'Save' }).click();
  await rules.getByText('Somebody else has changed this meanwhile').waitFor();
  await rules.getByRole('button', { name: 'Load theirs' }).click();
  await expect.poll(() => rules.getByLabel('Attention of one person').inputValue(), { timeout: 10_000 }).toBe('6');
}, 60_000);

test('codes are added to a list, and what nobody has is taken back', async () => {
  const { page } = panel;
  const lists = page.getByRole('region', { name: 'Lists of codes' });
  await lists.getByText('There is no list yet').waitFor();
  await lists.getByText('Add codes').click();
  const buffer = Buffer.from('REG-1\nREG-2\nREG-2\nREG-3\n');
  await lists.getByLabel('Codes', { exact: true }).setInputFiles({ name: 'codes.txt', mimeType: 'text/plain', buffer });
  await lists.getByLabel('Name of the list').fill('Regulars!');
  await lists.getByRole('button', { name: 'Add to the list' }).click();
  await expect
    .poll(() => lists.getByLabel('Name of the list').getAttribute('aria-invalid'), { timeout: 10_000 })
    .toBe('true');
  await lists.getByLabel('Name of the list').fill('regulars');
  await lists.getByRole('button', { name: 'Add to the list' }).click();
  await lists.getByText('3 codes are new.').waitFor();
  await panel.looksRight('campaign-codes');
  await lists.getByRole('button', { name: /^Take back what is left.*regulars/ }).click();
  await lists.getByRole('button', { name: 'Really take back' }).click();
  await lists.getByText('There is no list yet').waitFor();
}, 60_000);

test('a campaign says what became of it on each page, and a person’s page says what they would see and why not', async () => {
  const { page, owner, origin } = panel;
  const kept = campaign('letter', { name: 'Letter', pages: { only: ['/shoes/*'], never: [] } });
  await owner.ask('/campaigns/letter', { method: 'PUT', body: JSON.stringify({ campaign: kept, base: 0 }) });
  const visitor = shopper(panel);
  const looks = async (path: string) => {
    visitor.open(path);
    const view = visitor.event('page_view');
    await visitor.send([view], { slots: ['promo'] });
    return view;
  };
  const view = await looks('/shoes/red');
  for (let number = 0; number < 3; number++) await looks('/hats');

  await page.goto(`${origin}/admin/campaigns/letter/results`);
  const fates = page.getByRole('region', { name: 'What became of it' });
  await fates.getByRole('row', { name: /sent to the page 1 25%/ }).waitFor();
  await fates.getByRole('row', { name: /another page 3 75%/ }).waitFor();
  await panel.looksRight('campaign-fates');

  await page.goto(`${origin}/admin/visitors/${await owner.visitorOf(view.id)}`);
  const theirs = page.getByRole('region', { name: 'Campaigns for this person' });
  await theirs.getByRole('row', { name: /Letter .*another page/ }).waitFor();
  await theirs.getByLabel('Path of the page').fill('/shoes/blue');
  await page.keyboard.press('Enter');
  await theirs.getByRole('row', { name: /Letter .*shows variant A/ }).waitFor();
  await panel.looksRight('campaigns-of-visitor');
}, 60_000);

test('a clock counts to the end of the campaign, and needs one', async () => {
  const { page, origin } = panel;
  await page.goto(`${origin}/admin/campaigns/letter`);
  await page.getByLabel('With a clock that counts').check();
  await page.getByText('The clock needs an end').waitFor();
  await page.getByText('Pages, times, limits and measuring').click();
  await page.getByLabel('Ends').fill('2099-01-01T00:00');
  await page.getByText('The clock needs an end').waitFor({ state: 'hidden' });
  await page
    .frameLocator('iframe')
    .getByText(/Ends in/)
    .waitFor();
  await page.getByRole('button', { name: 'Save campaign' }).click();
  await page.getByText('Saved as version 2').waitFor();
}, 60_000);

test('a coupon has a better offer for a segment', async () => {
  const { page, owner, origin } = panel;
  const segment = { name: 'Regulars', rule: { field: 'orders', is: '>=', value: 3 } };
  expect((await owner.ask('/segments', { method: 'POST', body: JSON.stringify(segment) })).status).toBe(201);
  await page.goto(`${origin}/admin/campaigns/+`);
  await page.getByLabel('Name').fill('Gift');
  await page.getByLabel('Kind', { exact: true }).selectOption('Coupon');
  await page.getByLabel('Heading').fill('Five percent');
  await page.getByRole('textbox', { name: 'Code' }).fill('FIVE');
  await page.getByRole('button', { name: 'Better offer for a segment' }).click();
  const tier = page.getByRole('group', { name: 'For people of “Regulars”' });
  await tier.getByLabel('Heading').fill('Twenty percent for regulars');
  await tier.getByRole('textbox', { name: 'Code' }).fill('TWENTY');
  await panel.looksRight('campaign-tiers');
  await page.getByRole('button', { name: 'Save campaign' }).click();
  await page.getByRole('heading', { level: 1, name: 'Gift' }).waitFor();
  const { campaigns } = (await owner.read('/campaigns')) as { campaigns: { name: string; variants: object[] }[] };
  expect(campaigns.find(({ name }) => name === 'Gift')?.variants[0]).toMatchObject({
    content: {
      code: { code: 'FIVE' },
      tiers: [{ title: { en: 'Twenty percent for regulars' }, code: { code: 'TWENTY' } }],
    },
  });
}, 60_000);
