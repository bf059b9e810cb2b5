import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Decision } from '../../snippet/protocol.ts';
import { shopper } from '../collector/shopper.ts';
import { startPanel } from './panel.ts';

let panel: Awaited<ReturnType<typeof startPanel>>;
let page: Page;

beforeAll(async () => {
  panel = await startPanel();
  page = panel.page;
});

afterAll(() => panel?.stop());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const card = (name: string) => page.getByRole('region', { name, exact: true });
const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check();
const open = (path = '') => page.goto(`${panel.origin}/admin/campaigns${path}`);

/** New visitors open a page, until one sees a campaign: a few of them see none. */
async function seen(sees: (decision: Decision) => boolean, slots: string[] = [], tries = 25) {
  for (let count = 0; count < tries; count++) {
    const visitor = shopper(panel);
    const view = visitor.event('page_view');
    const { answer } = await visitor.send([view], { slots });
    const decision = answer?.slots.find(sees);
    if (decision) return { decision, view };
  }
  return null;
}

const isBar = ({ overlay }: Decision) => overlay?.kind === 'bar';

test('the first campaign is an example that is started as it is, and the next visitors see it', async () => {
  await open();
  await page.getByText('Show your first campaign').waitFor();
  await panel.looksRight('campaigns-empty');
  await page.getByRole('link', { name: 'Start with an example' }).click();
  await heading('New campaign');
  const frame = page.frameLocator('iframe[title="Preview: Variant A, Phone"]');
  await frame.getByRole('heading', { name: 'New in the shop this week' }).waitFor();
  await card('Before the start').getByText('It needs no place in your pages').waitFor();
  expect(await seen(isBar, [], 3)).toBeNull();

  await page.getByLabel('Heading').fill('Fresh oolong is here');
  await frame.getByRole('heading', { name: 'Fresh oolong is here' }).waitFor();
  await frame.getByRole('link', { name: 'Show me' }).click();
  await frame.getByRole('link', { name: 'Show me' }).waitFor();
  await panel.looksRight('campaign-new');
  await button('Save and start').click();
  await heading('New arrivals');
  const shown = await seen(isBar);
  expect(shown?.decision).toMatchObject({
    widget: 'message',
    props: { title: 'Fresh oolong is here', button: 'Show me' },
  });
  expect(shown?.decision.id).toContain('.new-arrivals.a');
});

test('the receipt in a visitor’s page names the campaign, its variant and the chance, and leads to it', async () => {
  const shown = await seen(isBar);
  if (!shown) throw new Error('nobody has seen it');
  await page.goto(`${panel.origin}/admin/visitors/${await panel.owner.visitorOf(shown.view.id)}`);
  await page.getByText('Over the page: why this campaign?').first().click();
  await page.getByText(/variant A, drawn with a chance of 95\s?%/).waitFor();
  await panel.looksRight('campaign-receipt');
  await page.locator('a[href*="?version="]', { hasText: 'New arrivals' }).click();
  await heading('New arrivals');
});

test('the list says what runs, and pauses it at once; the history says who', async () => {
  await open();
  const row = page.getByRole('row', { name: /^New arrivals/ });
  await row.getByText('Line across the page, after 5 seconds').waitFor();
  await row.getByText('Everyone').waitFor();
  await row.getByText('by owner@shop.example').waitFor();
  await panel.looksRight('campaigns');
  await row.getByRole('button', { name: 'Pause' }).click();
  await row.getByText('Paused', { exact: true }).waitFor();
  expect(await seen(isBar, [], 3)).toBeNull();
  await choose('Running');
  await page.getByText('None of them now.').waitFor();
  await choose('Paused');
  await row.getByRole('link', { name: 'New arrivals', exact: true }).click();
  await heading('New arrivals');
  await card('All versions').getByText('version 2').waitFor();
  await card('All versions')
    .getByText(/owner@shop\.example/)
    .first()
    .waitFor();
});

test('two languages, two variants, a place in the page, a rule: all of it reaches visitors as it was written', async () => {
  await seen(() => false, ['promo'], 1);
  await open('/+');
  await page.getByLabel('Name').fill('Промо для всіх');
  await page.getByLabel('Heading').fill('Free delivery');
  await choose('Українська');
  await page.getByLabel('Heading').fill('Безкоштовна доставка');
  await choose('In the page');
  await page.getByLabel('Place', { exact: true }).selectOption('promo');
  await page.getByText(/^A page asked for it/).waitFor();
  await button('Add a variant').click();
  const second = page.getByRole('group', { name: 'Variant B' });
  await second.getByLabel('Kind').selectOption('Products');
  await second.getByLabel('Weight').fill('0');
  await choose('By a rule');
  await page.getByLabel('The same as one line of text').fill('page_views >= 1');
  await page.getByText(/of \d+ people/).waitFor();
  await panel.looksRight('campaign-rule');
  await page.getByText('Pages, times, limits and measuring').click();
  await page.getByLabel('Never on').fill('cart');
  await page.getByText('Times are in the shop’s time zone').waitFor();
  await panel.looksRight('campaign-all');
  await button('Save campaign').click();
  await page.getByText('Something is not right yet').waitFor();
  const never = page.getByLabel('Never on');
  await expect.poll(() => never.getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => never.evaluate((field) => field === document.activeElement)).toBe(true);
  await never.fill('/cart*');
  await button('Save and start').click();
  await heading('Промо для всіх');
  const shown = await seen(({ slot }) => slot === 'promo', ['promo']);
  expect(shown?.decision).toMatchObject({ widget: 'message', props: { title: 'Free delivery' } });
  expect(shown?.decision.id).toContain('.campaign.a');
});

test('what somebody else has changed meanwhile is not written over: theirs can be loaded, an older version taken up', async () => {
  await open('/campaign');
  await heading('Промо для всіх');
  const { campaigns } = (await panel.owner.read('/campaigns')) as { campaigns: { id: string; version: number }[] };
  const theirs = campaigns.find(({ id }) => id === 'campaign');
  if (!theirs) throw new Error('the campaign is gone');
  const { version, ...rest } = theirs;
  const body = JSON.stringify({ campaign: { ...rest, name: 'Theirs' }, base: version, note: 'Renamed' });
  expect((await panel.owner.ask('/campaigns/campaign', { method: 'PUT', body })).status).toBe(200);
  await page.getByLabel('Name').fill('Mine');
  await button('Save campaign').click();
  await page.getByText('Somebody else has changed this campaign meanwhile').waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('Mine');
  await button('Load theirs').click();
  await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Theirs');
  await card('All versions').getByText('Renamed').waitFor();
  await button(/^Take into the form ?: version 1$/).click();
  await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Промо для всіх');
  await button('Save campaign').click();
  await page.getByText('Saved as version 3.').waitFor();
});

test('by the keyboard alone: a copy is opened, named and kept as a draft', async () => {
  await open('/campaign');
  await page.getByRole('link', { name: 'Duplicate' }).focus();
  await page.keyboard.press('Enter');
  await heading('New campaign');
  const isThere = () => page.getByLabel('Name').evaluate((field) => field === document.activeElement);
  for (let tab = 0; tab < 5 && !(await isThere()); tab++) await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('A copy');
  await page.keyboard.press('Enter');
  await heading('A copy');
  await page.getByText('Draft', { exact: true }).first().waitFor();
});

test('a coupon with one code for everybody shows that code', async () => {
  await open('/+');
  await page.getByLabel('Name').fill('Ten percent');
  await page.getByLabel('Kind').selectOption('Coupon');
  await page.getByLabel('Heading').fill('Ten percent off');
  await button('Save and start').click();
  await page.getByText('At most 40 letters, digits and . _ -').waitFor();
  await page.getByRole('textbox', { name: 'Code' }).fill('TEA10');
  await panel.looksRight('campaign-coupon');
  await button('Save and start').click();
  await heading('Ten percent');
  const shown = await seen(isBar);
  expect(shown?.decision).toMatchObject({ widget: 'coupon', props: { title: 'Ten percent off', code: 'TEA10' } });
});

test('a survey is written, tried, and what is answered is told with its score', async () => {
  await open('/+');
  await page.getByLabel('Name').fill('How we do');
  await page.getByLabel('Kind', { exact: true }).selectOption('Survey');
  const second = page.getByRole('group', { name: 'Question 2', exact: true });
  await second.getByLabel('Question', { exact: true }).fill('What should we do better?');
  await second.getByLabel('Asked of').selectOption({ index: 1 });
  await button('Add a question').click();
  const third = page.getByRole('group', { name: 'Question 3', exact: true });
  await third.getByLabel('Kind of question').selectOption({ index: 1 });
  expect(await third.getByLabel('Question', { exact: true }).inputValue()).toBe(
    'How satisfied are you with your purchase?',
  );
  const frame = page.frameLocator('iframe[title="Preview: Variant A, Phone"]');
  await frame.getByRole('radio', { name: '0, not at all likely' }).check({ force: true });
  await frame.getByRole('button', { name: 'Send' }).click();
  await frame.getByRole('textbox', { name: 'What should we do better?' }).waitFor();
  await card('Before the start').getByText('An answer to it is its goal').waitFor();
  await panel.looksRight('campaign-survey');
  await button('Save and start').click();
  await heading('How we do');

  const answers = ['9', '10', '3'];
  for (let tries = 0; answers[0] && tries < 40; tries++) {
    const visitor = shopper(panel);
    const { answer } = await visitor.send([visitor.event('page_view')], { slots: [] });
    const decision = answer?.slots.find(({ widget }) => widget === 'survey');
    if (!decision) continue;
    const about = { decision: decision.id, slot: '' };
    await visitor.send([
      visitor.event('slot_view', about),
      visitor.event('answer', { ...about, question: 'nps', answer: answers.shift() ?? '' }),
      visitor.event('answer', { ...about, question: 'reason', answer: 'Send parcels sooner' }),
    ]);
  }
  await page.getByRole('link', { name: 'What a campaign brings' }).click();
  await page.getByRole('heading', { name: 'How likely are you to recommend our shop to a friend?' }).waitFor();
  await page.getByText('Net Promoter Score', { exact: true }).waitFor();
  await page.getByText('Send parcels sooner').first().waitFor();
  await page.getByText('Nobody has answered this yet.').waitFor();
  await panel.looksRight('campaign-survey-results');
});

test('a merchant’s own HTML is written with its mistakes named by line, looked at as two visitors see it, and shown', async () => {
  await open('/+');
  await page.getByLabel('Name').fill('Our own words');
  await page.getByLabel('Kind', { exact: true }).selectOption('Own HTML');
  await page.getByLabel('What it is called').fill('Our own words');
  const source = page.getByLabel('HTML with Liquid');
  await source.fill('<p onclick="x()">Hello {{ visitor.nam }}</p>\n<script>alert(1)</script>');
  const mistakes = page.getByRole('list', { name: 'What is wrong' });
  await mistakes.getByText('<script> is not allowed here.').waitFor();
  expect(await mistakes.getByRole('listitem').allInnerTexts()).toEqual([
    'Line 1 onclick is not allowed here.',
    'Line 1 Nothing is called visitor.nam.',
    'Line 2 <script> is not allowed here.',
  ]);
  await button('Save and start').click();
  await page.getByText('See the lines that are named below it.').waitFor();
  await panel.looksRight('campaign-html-wrong');

  await source.fill(
    '<p>{% if visitor.known %}Hello {{ visitor.name }}{% else %}Hello{% endif %}</p><a href="/sale">Sale</a>',
  );
  await mistakes.waitFor({ state: 'detached' });
  const frame = page.frameLocator('iframe[title="Preview: Variant A, Phone"]');
  await frame.getByText('Hello Anna <Maria> & Co').waitFor();
  await choose('A stranger');
  await frame.getByText('Hello', { exact: true }).waitFor();
  await panel.looksRight('campaign-html');
  await button('Save and start').click();
  await heading('Our own words');
  const shown = await seen(({ widget }) => widget === 'html');
  expect(JSON.parse(String(shown?.decision.props.pieces))).toEqual([
    ['p', {}, 'Hello'],
    ['a', { href: '/sale' }, 'Sale'],
  ]);
});
