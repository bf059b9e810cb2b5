import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import type { Decision } from '../../snippet/protocol.ts';
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
    thanks: 'Thank you!',
  },
};

test('questions are answered by the keyboard alone, each in the place of the one before, and nothing moves', async () => {
  const { page, collector, shop } = stage;
  collector.reply((batch) => only(batch, form));
  shop.file('/.css', `${reserved} [data-vitrina=asks] { min-height: 160px }`);
  await page.goto(shop.page('/', { body: `<p>Before</p>${slot('asks')}<p>After</p>` }));
  const asks = page.locator('[data-vitrina=asks]');
  const height = async () => (await asks.boundingBox())?.height;
  await page.getByRole('heading', { name: 'How may we reach you best?' }).waitFor();
  expect(await height()).toBe(160);
  const { violations } = await new AxeBuilder({ page }).include('[data-vitrina=asks]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

  for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('heading', { name: 'What are you interested in?' }).waitFor();
  for (const key of ['Tab', 'Space', 'Tab', 'Space', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('textbox', { name: 'How did you hear of us?' }).fill('a friend');
  await page.keyboard.press('Enter');
  await page.getByText('Thank you!').waitFor();
  expect(await height()).toBe(160);
  const events = await collector.until('answer', 3);
  expect(events.flatMap(({ name, params }) => (name === 'answer' ? [params] : []))).toEqual([
    { question: 'channel', answer: 'telephone' },
    { question: 'interests', answer: ['new', 'off'] },
    { question: 'heard', answer: 'a friend' },
  ]);
});
