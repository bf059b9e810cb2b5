import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPanel } from './panel.ts';

let panel: Awaited<ReturnType<typeof startPanel>>;

beforeAll(async () => {
  panel = await startPanel();
});

afterAll(() => panel?.stop());

const head = 'item_id,item_name,item_category,price,url,color,material';
const lamps = Array.from({ length: 48 }, (_, number) => {
  const colour = ['red', 'blue', 'green', 'black'][number % 4];
  const stuff = ['wood', 'glass', 'brass'][Math.floor(number / 4) % 3];
  return `L${number},Lamp ${number},Lamps,${10 + number},https://www.shop.example/${number},${colour},${stuff}`;
});

test('a finder is made of the catalogue with one press, tried as visitors see it, changed, and says where nothing fits', async () => {
  const { page, owner, origin, looksRight } = panel;
  const sent = await owner.ask('/catalog', {
    method: 'POST',
    body: [head, ...lamps].join('\n'),
    headers: { 'content-type': 'application/octet-stream' },
  });
  expect(sent.status).toBe(200);
  await page.goto(`${origin}/admin/recommendations`);
  await page.getByRole('button', { name: 'Make one of my catalogue' }).click();
  await page.getByRole('heading', { level: 1, name: 'Find what suits you' }).waitFor();

  const preview = page.getByRole('region', { name: 'As visitors see it' });
  await preview.getByRole('heading', { level: 3 }).waitFor();
  await preview.getByRole('checkbox', { name: 'red' }).or(preview.getByRole('checkbox').first()).first().check();
  await preview.getByRole('button', { name: 'Go on' }).click();
  await preview.getByRole('link').first().waitFor();
  expect(await preview.getByRole('link').first().textContent()).toContain('Fits: ');
  await looksRight('finder');

  const first = page.getByRole('region', { name: /^Question 1/ });
  expect(await first.getByText(/^\d+ products? fits?$/).count()).toBeGreaterThan(1);
  await first.getByRole('button', { name: 'Add a choice' }).click();
  const choice = first.getByRole('group', { name: /^Choice \d+$/ }).last();
  await first.getByLabel('English').last().fill('Of gold');
  await first.getByRole('button', { name: 'Add a condition' }).last().click();
  await first.getByLabel('What', { exact: true }).last().selectOption('price');
  await first.getByLabel('At least').last().fill('5000');
  await first.getByText('Nothing fits: this choice is not offered').waitFor();
  expect(await choice.count()).toBe(1);
  await page.getByRole('button', { name: 'Save finder' }).click();
  await page.getByRole('link', { name: 'Find what suits you' }).waitFor();
  const { finders } = (await owner.read('/finders')) as {
    finders: { questions: { choices: { where: unknown[] }[] }[] }[];
  };
  expect(finders[0]?.questions[0]?.choices.at(-1)?.where).toEqual([{ of: 'price', least: 500_000, most: null }]);
  await looksRight('finders');
});
