import { expect, test } from 'vitest';
import { yourDataFor } from '../../server/decide/your-data.ts';
import type { Language } from '../../server/messages/messages.ts';
import type { Decision } from '../../snippet/protocol.ts';
import type { Me } from '../../widgets/your-data/definition.ts';
import { axeFindings } from './axe.ts';
import { only, reserved, slot } from './snippet-decisions.ts';
import { setStage, stage } from './snippet-stage.ts';

setStage();

const decision = (language: Language): Decision => ({
  id: 'mine',
  slot: 'your-data',
  widget: 'your-data',
  props: { ...yourDataFor(language, { key: 'key' }) },
});

const me: Me = {
  scope: 'device',
  sections: [
    { title: 'What you seem to like', lines: ['Mugs · 71%', 'Bags · 29%'] },
    {
      title: 'Your visits',
      lines: ['3 visits in the last 90 days', 'First visit: 3 June 2026', 'Browser: Chrome, Linux'],
    },
    {
      title: 'What you looked at lately',
      lines: Array.from({ length: 8 }, (_, place) => `A rather long name of product ${place}`),
    },
  ],
  answers: [
    ...[
      { key: 'drinks', type: 'several' as const, value: 'tea', said: 'Tea' },
      { key: 'drink', type: 'choice' as const, value: 'tea', said: 'Tea' },
    ].map((answer) => ({
      ...answer,
      words: `What do you drink (${answer.key})?`,
      choices: ['Tea', 'Coffee'].map((words) => ({ value: words.toLowerCase(), words })),
      when: '3 June 2026',
    })),
    {
      key: 'birthday',
      type: 'date',
      words: 'When is your birthday?',
      choices: [],
      value: '1990-02-28',
      said: '28 February 1990',
      when: '',
    },
  ],
  canWithdraw: true,
};

async function open(language: Language = 'en') {
  const { page, collector, shop } = stage;
  const calls: string[] = [];
  collector.reply((batch) => only(batch, decision(language)));
  collector.onCall((call) => {
    if (!call.includes('/v1/me')) return undefined;
    if (!call.startsWith('OPTIONS')) calls.push(call);
    return call.startsWith('GET') ? me : {};
  });
  shop.file('/.css', `${reserved} [data-vitrina=your-data] { min-height: 440px }`);
  await page.goto(shop.page('/', { body: `<p>Before</p>${slot('your-data')}<p>After</p>` }));
  const box = page.locator('[data-vitrina=your-data]');
  await box.getByText('Mugs · 71%').waitFor();
  return { box, calls };
}

const findings = () => axeFindings(stage.page, '[data-vitrina=your-data]');

test('people see and correct by the keyboard alone what the shop knows of them, and nothing moves', async () => {
  const { page, collector } = stage;
  const { box, calls } = await open();
  const height = async () => (await box.boundingBox())?.height;
  expect([await height(), await findings()]).toEqual([440, []]);

  await box.getByRole('button', { name: 'Change What do you drink (drink)?' }).focus();
  await page.keyboard.press('Enter');
  for (const key of ['Tab', 'ArrowDown']) await page.keyboard.press(key);
  expect(await findings()).toEqual([]);
  await page.keyboard.press('Enter');
  await box.getByText('Saved. The shop goes by it from now on.').waitFor();
  expect(
    await box.getByRole('button', { name: 'Change What do you drink (drink)?' }).evaluate((button) => {
      const root = button.getRootNode();
      return root instanceof ShadowRoot && root.activeElement === button;
    }),
  ).toBe(true);
  const events = await collector.until('answer');
  expect(events.find(({ name }) => name === 'answer')?.params).toMatchObject({ question: 'drink', answer: 'coffee' });
  expect([await height(), calls]).toEqual([440, ['GET /v1/me']]);
});

test('what is known is taken along as a file, and erased after a second thought', async () => {
  const { page } = stage;
  const { box, calls } = await open();
  const saved = page.waitForEvent('download');
  await box.getByRole('button', { name: 'Download' }).click();
  expect((await saved).suggestedFilename()).toBe('your-data.json');
  await box.getByRole('button', { name: 'Erase' }).click();
  await box.getByText('There is no way back', { exact: false }).waitFor();
  expect(await findings()).toEqual([]);
  await box.getByRole('button', { name: 'Leave it as it is' }).click();
  await box.getByRole('button', { name: 'Erase' }).click();
  await box.getByRole('button', { name: 'Erase' }).click();
  await box.getByText('Erased. What you do from now on begins anew.').waitFor();
  expect(calls.slice(1)).toEqual(['GET /v1/me/export', 'DELETE /v1/me']);
  expect(await box.getByRole('button').count()).toBe(0);
  expect((await box.boundingBox())?.height).toBe(440);
});

test('consent is withdrawn there: the collector and the shop’s own page hear of it', async () => {
  const { page, collector } = stage;
  const { box } = await open();
  await page.evaluate(() => addEventListener('vitrina:consent', () => window.vitrina?.('shop_heard')));
  await box.getByRole('button', { name: 'Withdraw consent' }).click();
  await box.getByRole('button', { name: 'Withdraw consent' }).click();
  await box.getByText('Consent is withdrawn', { exact: false }).waitFor();
  const events = await collector.until('shop_heard');
  expect(events.find(({ name }) => name === 'consent')?.params).toMatchObject({ statistics: false, source: 'api' });
});

test.each(['uk', 'ro', 'ru'] as const)('its words fit on a narrow phone in %s, at every step', async (language) => {
  await stage.page.setViewportSize({ width: 320, height: 640 });
  const { box } = await open(language);
  const { erase, withdraw } = yourDataFor(language, { key: 'key' });
  const overflow = () =>
    box.evaluate(({ shadowRoot, scrollWidth, clientWidth }) => {
      const section = shadowRoot?.querySelector('section');
      return [scrollWidth - clientWidth, (section?.scrollHeight ?? 0) - (section?.clientHeight ?? 0)];
    });
  expect(await overflow()).toEqual([0, 0]);
  await box.getByRole('button', { name: withdraw, exact: true }).click();
  expect(await overflow()).toEqual([0, 0]);
  expect(await box.getByRole('button', { name: erase, exact: true }).count()).toBe(0);
});
