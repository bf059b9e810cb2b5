import { afterAll, beforeAll, test } from 'vitest';
import { campaign } from '../collector/campaigner.ts';
import { shopper } from '../collector/shopper.ts';
import { startPanel } from './panel.ts';

let panel: Awaited<ReturnType<typeof startPanel>>;

beforeAll(async () => {
  panel = await startPanel();
});

afterAll(() => panel?.stop());

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
  await panel.looksRight('campaign-results');
}, 120_000);
