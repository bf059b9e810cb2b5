import { afterAll, beforeAll, test } from 'vitest';
import { campaign } from '../collector/campaigner.ts';
import { shopper } from '../collector/shopper.ts';
import { startPanel } from './panel.ts';

let panel: Awaited<ReturnType<typeof startPanel>>;

beforeAll(async () => {
  panel = await startPanel();
});

afterAll(() => panel?.stop());

test('a campaign that learns shows by which shares its variants are drawn', async () => {
  const { page, owner, origin } = panel;
  const [first] = campaign('any').variants;
  if (!first) throw new Error('a campaign has a variant');
  const kept = campaign('learning', {
    ...{ name: 'Learning', place: { kind: 'slot', slot: 'learning' }, goal: { event: 'sign_up', days: 7 } },
    ...{ variants: ['a', 'b'].map((id) => ({ ...first, id })), split: { by: 'thompson', floor: 10 } },
  });
  await owner.ask('/campaigns/learning', { method: 'PUT', body: JSON.stringify({ campaign: kept, base: 0 }) });
  for (let number = 0; number < 60; number++) {
    const visitor = shopper(panel);
    const { answer } = await visitor.send([visitor.event('page_view')], { slots: ['learning'] });
    if (answer?.slots[0]?.id.endsWith('.b')) await visitor.send([visitor.event('sign_up')]);
  }
  await page.goto(`${origin}/admin/campaigns/learning/results`);
  await page.getByRole('button', { name: 'Learn now' }).click();
  await page.getByRole('img', { name: 'How visitors are shared out: A 10%, B 90%' }).waitFor();
  await panel.looksRight('campaign-shares');
}, 120_000);

test('the results of a campaign begin with a sentence, and have each arm with what it brings beyond those who go without', async () => {
  const { page, owner, origin } = panel;
  const kept = campaign('letter', { name: 'Letter', holdout: 50, goal: { event: 'sign_up', days: 7 } });
  await owner.ask('/campaigns/letter', { method: 'PUT', body: JSON.stringify({ campaign: kept, base: 0 }) });
  await page.goto(`${origin}/admin/campaigns/letter`);
  await page.getByRole('link', { name: 'What a campaign brings' }).click();
  await page.getByText('Nobody has been drawn').waitFor();

  for (let number = 0; number < 320; number++) {
    const visitor = shopper(panel);
    const { answer } = await visitor.send([visitor.event('page_view')], { slots: ['promo'] });
    const isShown = answer?.slots.some(({ slot }) => slot === 'promo');
    if (number % (isShown ? 1 : 3) === 0) await visitor.send([visitor.event('sign_up')]);
  }
  await page.reload();
  await page.getByText('“a” is better than what it is compared with, by the goal.').waitFor();
  await page.getByRole('row', { name: /Goes without/ }).waitFor();
  await page
    .getByRole('img', { name: /^a: \+.*Zero is outside/ })
    .first()
    .waitFor();
  await page.getByLabel('Goes without').fill('0');
  await page.getByLabel('a', { exact: true }).fill('100');
  await page.getByRole('button', { name: 'Work it out' }).click();
  await page.getByRole('row', { name: /As asked 100%/ }).waitFor();
  await panel.looksRight('campaign-results');

  await page.goto(`${origin}/admin/campaigns`);
  await page.getByRole('link', { name: 'What all of it brings' }).click();
  await page.getByRole('heading', { name: 'All campaigns together' }).waitFor();
  await page.getByRole('button', { name: 'Test with my people' }).click();
  await page.getByText('Too few have bought in the last 30 days').waitFor();
  await panel.looksRight('all-campaigns');
}, 120_000);
