import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaign } from '../collector/campaigner.ts';
import { shopper } from '../collector/shopper.ts';
import { startPanel } from './panel.ts';

let panel: Awaited<ReturnType<typeof startPanel>>;

beforeAll(async () => {
  panel = await startPanel();
});

afterAll(() => panel?.stop());

test('the loop shows its processes and what flows between them, and each number opens its people', async () => {
  const { page, owner } = panel;
  await page.getByRole('link', { name: 'The loop', exact: true }).click();
  await page.getByRole('heading', { name: 'Nothing has gone round yet' }).waitFor();
  await panel.looksRight('loop-empty');

  const kept = campaign('turning', { name: 'Letter of spring' });
  await owner.ask('/campaigns/turning', { method: 'PUT', body: JSON.stringify({ campaign: kept, base: 0 }) });
  let [reached, clicked] = [0, 0];
  for (let number = 0; number < 8; number++) {
    const visitor = shopper(panel);
    await visitor.send([visitor.event('search', { search_term: 'boots' })]);
    const { answer } = await visitor.send([visitor.event('page_view')], { slots: ['promo'] });
    const [decision] = answer?.slots ?? [];
    if (!decision) continue;
    const about = { decision: decision.id, slot: 'promo' };
    const clicks = number % 2 === 0 ? [visitor.event('slot_click', about)] : [];
    await visitor.send([visitor.event('slot_view', about), ...clicks]);
    reached++;
    clicked += clicks.length;
  }
  expect(clicked).toBeGreaterThan(0);

  await page.reload();
  const engage = page.getByRole('region', { name: 'Encourage' });
  await engage.getByRole('link', { name: `${reached} people Letter of spring` }).waitFor();
  await page.getByRole('link', { name: /people told something and then got/ }).waitFor();
  await panel.looksRight('loop');
  await page.getByRole('link', { name: /(person|people) saw something and then opened it/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Saw something and then opened it' }).waitFor();
  await expect.poll(() => page.getByRole('rowheader').count(), { timeout: 10_000 }).toBe(clicked);
  await panel.looksRight('loop-people');
  await page.getByRole('link', { name: 'The loop' }).last().click();
  await engage.waitFor();
}, 120_000);

test('a task is written down, ticked off and deleted, by the keyboard alone', async () => {
  const { page, owner } = panel;
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  await page.getByRole('button', { name: 'New task' }).focus();
  await press('Enter');
  await page.keyboard.type('Write to those who left');
  await page.getByLabel('Until').fill('2020-02-01');
  await page.getByRole('button', { name: 'Save' }).focus();
  await press('Enter');
  await page.getByText('overdue', { exact: true }).waitFor();
  await page.getByRole('link', { name: '1 to do, 1 overdue' }).waitFor();
  await panel.looksRight('loop-tasks');

  // Somebody else changes it meanwhile.
  await page.getByRole('button', { name: 'Change: Write to those who left' }).click();
  const { tasks } = (await owner.read('/loop/tasks')) as { tasks: { id: string; version: number }[] };
  const [{ id, version, by: _, at: __, ...task }] = tasks as [
    Record<string, unknown> & { id: string; version: number },
  ];
  const body = JSON.stringify({ base: version, task: { ...task, title: 'Write to everyone' } });
  expect((await owner.ask(`/loop/tasks/${id}`, { method: 'PUT', body })).status).toBe(204);
  await page.getByLabel('Who sees to it').fill('Olena');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByText('Somebody else has changed this task').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();

  await page.getByRole('checkbox', { name: 'Done: Write to everyone' }).focus();
  await press('Space');
  await page.getByText('overdue', { exact: true }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Change: Write to everyone' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Really delete' }).click();
  await page.getByText('Nothing to do is written down.').waitFor();
}, 60_000);
