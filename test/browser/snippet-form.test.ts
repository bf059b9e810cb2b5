import { expect, test } from 'vitest';
import type { Decision, PageEvent } from '../../snippet/protocol.ts';
import { heightRules } from '../../widgets/define.ts';
import { form as definition } from '../../widgets/form/definition.ts';
import { axeFindings } from './axe.ts';
import { only, reserved, slot } from './snippet-decisions.ts';
import { setStage, stage } from './snippet-stage.ts';

setStage();

const form: Decision = {
  id: 'asks',
  slot: 'asks',
  widget: 'form',
  props: {
    questions: [
      {
        key: 'channel',
        type: 'choice',
        words: 'How may we reach you best?',
        choices: ['E-mail', 'Telephone', 'Text message', 'Messenger', 'Letter'].map((words) => ({
          value: words.toLowerCase().replace(' ', '-'),
          words,
        })),
      },
      {
        key: 'interests',
        type: 'several',
        words: 'What are you interested in?',
        choices: ['New products', 'Offers'].map((words) => ({ value: words.slice(0, 3).toLowerCase(), words })),
      },
      { key: 'heard', type: 'text', words: 'How did you hear of us?', choices: [] },
    ],
    send: 'Send',
    later: 'Not now',
    thanks: 'Thank you!',
    putOff: 'All right, another time.',
  },
};

const about = { decision: 'asks', slot: 'asks' };

/** What the install page gives a shop to paste for this place. */
const kept = reserved + heightRules(definition, (height) => `[data-vitrina=asks] { min-height: ${height}px }`);

const saidOf = (events: PageEvent[], which: string) =>
  events.flatMap(({ name, params }) => (name === which ? [params] : []));

test('questions are answered by the keyboard alone, each in the place of the one before, and nothing moves', async () => {
  const { page, collector, shop } = stage;
  collector.reply((batch) => only(batch, form));
  shop.file('/.css', kept);
  await page.goto(shop.page('/', { body: `<p>Before</p>${slot('asks')}<p>After</p>` }));
  const asks = page.locator('[data-vitrina=asks]');
  const height = async () => (await asks.boundingBox())?.height;
  await page.getByRole('heading', { name: 'How may we reach you best?' }).waitFor();
  expect(await height()).toBe(248);
  expect(await axeFindings(page, '[data-vitrina=asks]')).toEqual([]);

  for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('heading', { name: 'What are you interested in?' }).waitFor();
  for (const key of ['Tab', 'Space', 'Tab', 'Space', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('textbox', { name: 'How did you hear of us?' }).fill('a friend');
  await page.keyboard.press('Enter');
  await page.getByText('Thank you!').waitFor();
  expect(await height()).toBe(248);
  const events = await collector.until('answer', 3);
  expect(saidOf(events, 'answer')).toEqual([
    { ...about, question: 'channel', answer: 'telephone' },
    { ...about, question: 'interests', answer: ['new', 'off'] },
    { ...about, question: 'heard', answer: 'a friend' },
  ]);
});

test.each([
  ['on a phone', { width: 360, height: 740 }, 248],
  ['on a desk', { width: 1_280, height: 800 }, 200],
])(
  'what to press is whole and in sight %s, however much there is to choose, and “not now” is said by the keyboard',
  async (_, viewport, height) => {
    const { page, collector, shop } = stage;
    const many = Array.from({ length: 14 }, (_, place) => ({
      value: `v${place}`,
      words: `Something to choose, ${place}`,
    }));
    const words = 'Which of all these things that we have in our shop would you like to hear of, now and then?';
    const questions = [{ key: 'interests', type: 'several', words, choices: many }];
    collector.reply((batch) => only(batch, { ...form, props: { ...form.props, questions } }));
    shop.file('/.css', kept);
    await page.setViewportSize(viewport);
    await page.goto(shop.page('/', { body: `<p>Before</p>${slot('asks')}<p>After</p>` }));
    const box = async (name: string) => {
      const found = await page.getByRole('button', { name }).boundingBox();
      return found ?? { x: 0, y: 0, width: 0, height: 0 };
    };
    await page.getByRole('button', { name: 'Send' }).waitFor();
    const slotBox = await page.locator('[data-vitrina=asks]').boundingBox();
    expect(slotBox?.height).toBe(height);
    for (const name of ['Send', 'Not now']) {
      const pressed = await box(name);
      expect(pressed.height).toBeGreaterThanOrEqual(40);
      expect(pressed.y).toBeGreaterThanOrEqual(slotBox?.y ?? 0);
      expect(pressed.y + pressed.height).toBeLessThanOrEqual((slotBox?.y ?? 0) + height);
      expect(pressed.x + pressed.width).toBeLessThanOrEqual(viewport.width);
    }
    await page.getByRole('button', { name: 'Not now' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('All right, another time.').waitFor();
    expect(saidOf(await collector.until('slot_dismiss'), 'slot_dismiss')).toEqual([
      { ...about, question: 'interests' },
    ]);
    expect((await page.locator('[data-vitrina=asks]').boundingBox())?.height).toBe(height);
  },
);
