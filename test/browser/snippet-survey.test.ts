import { expect, test } from 'vitest';
import type { Decision, Overlay, PageEvent } from '../../snippet/protocol.ts';
import { heightRules } from '../../widgets/define.ts';
import { survey as definition } from '../../widgets/survey/definition.ts';
import { axeFindings } from './axe.ts';
import { reserved, slot } from './snippet-decisions.ts';
import { setStage, stage } from './snippet-stage.ts';

setStage();

const steps = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, step) => String(from + step)).map((value) => ({ value, words: value }));

const words = 'How likely are you to recommend our shop to a friend or to somebody whom you work with?';
const questions = [
  { key: 'nps', type: 'scale', words, choices: steps(0, 10), ends: ['not at all likely', 'extremely likely'] },
  {
    ...{ key: 'reason', type: 'text', words: 'What went wrong?', choices: [] },
    only: { key: 'nps', values: ['0', '1', '2', '3', '4', '5', '6'] },
  },
  { key: 'ces', type: 'scale', words: 'How easy was it?', choices: steps(1, 7), ends: ['very hard', 'very easy'] },
];
const props = {
  ...{ title: words, questions, send: 'Send', later: 'Not now', skip: 'Skip', thanks: 'Thank you!' },
  putOff: 'All right, another time.',
};
const about = { decision: 'd.0.happy.a', slot: 'asks' };
const inSlot: Decision = { id: about.decision, slot: 'asks', widget: 'survey', props };
const overlay: Overlay = { kind: 'popup', trigger: { on: 'load' }, close: 'Close', site: 'key', path: '/' };
const over: Decision = { ...inSlot, slot: '', overlay };

const kept = reserved + heightRules(definition, (height) => `[data-vitrina=asks] { min-height: ${height}px }`);

const saidOf = (events: PageEvent[], which: string) =>
  events.flatMap(({ name, params }) => (name === which ? [params] : []));

async function open(decision: Decision) {
  const { page, collector, shop } = stage;
  collector.reply(({ slots }) => ({ body: { slots: slots ? [decision] : [] } }));
  shop.file('/.css', kept);
  await page.goto(shop.page('/', { body: `<p>Before</p>${slot('asks')}<p>After</p>` }));
  await page.getByRole('radiogroup', { name: words }).waitFor();
}

/** The lowest edge of what is pressed, and where what holds it ends. */
async function whole(place: string, pressed: string[]) {
  const { page } = stage;
  const box = await page.locator(place).boundingBox();
  for (const name of pressed) {
    const one = await page.getByRole('button', { name, exact: true }).boundingBox();
    if (!one || !box) throw new Error(`${name} is not there`);
    expect(one.height).toBeGreaterThanOrEqual(40);
    expect(one.y + one.height).toBeLessThanOrEqual(box.y + box.height);
    expect(one.x + one.width).toBeLessThanOrEqual(box.x + box.width);
  }
}

test('a scale is a group that the keyboard alone goes through; a bad answer is asked why, and nothing moves', async () => {
  const { page, collector } = stage;
  for (const [width, height, answers] of [
    [1280, 200, 2],
    [360, 248, 4],
  ] as const) {
    await page.setViewportSize({ width, height: 740 });
    await open(inSlot);
    const box = page.locator('[data-vitrina=asks]');
    expect((await box.boundingBox())?.height).toBe(height);
    await whole('[data-vitrina=asks]', ['Send', 'Not now']);
    for (const step of await page.locator('[data-vitrina=asks] label').all()) {
      const one = await step.boundingBox();
      expect(Math.min(one?.width ?? 0, one?.height ?? 0)).toBeGreaterThanOrEqual(40);
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page, '[data-vitrina=asks]')).toEqual([]);
    }
    await page.getByRole('radio', { name: '0, not at all likely' }).focus();
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('textbox', { name: 'What went wrong?' }).waitFor();
    await whole('[data-vitrina=asks]', ['Send', 'Skip']);
    expect(await axeFindings(page, '[data-vitrina=asks]')).toEqual([]);
    await page.getByRole('textbox').fill('The parcel was late.\nTwice.');
    await page.getByRole('button', { name: 'Send' }).press('Enter');
    await page.getByRole('radiogroup', { name: 'How easy was it?' }).waitFor();
    await page.getByRole('button', { name: 'Skip' }).press('Enter');
    await page.getByRole('status').getByText('Thank you!').waitFor();
    expect((await box.boundingBox())?.height).toBe(height);
    expect(saidOf(await collector.until('answer', answers), 'answer').slice(-2)).toEqual([
      { ...about, question: 'nps', answer: '2' },
      { ...about, question: 'reason', answer: 'The parcel was late.\nTwice.' },
    ]);
    expect(saidOf(await collector.until('answer', answers), 'slot_dismiss')).toEqual([]);
  }
});

test('over the page a good answer is asked nothing more than everyone, and closing the thanks is no “not now”', async () => {
  const { page, collector } = stage;
  await page.setViewportSize({ width: 360, height: 740 });
  await open(over);
  const dialog = page.getByRole('dialog', { name: words });
  await whole('dialog', ['Send', 'Not now', 'Close']);
  expect(await axeFindings(page, '[data-vitrina-over]')).toEqual([]);
  await dialog.getByText('10', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.getByRole('radiogroup', { name: 'How easy was it?' }).waitFor();
  await dialog.getByRole('radio', { name: '7, very easy' }).check({ force: true });
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.getByText('Thank you!').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const events = await collector.until('answer', 2);
  expect(saidOf(events, 'answer')).toMatchObject([
    { question: 'nps', answer: '10' },
    { question: 'ces', answer: '7' },
  ]);

  // A page on which it is closed at once says so.
  await open(over);
  await page.keyboard.press('Escape');
  await collector.until('slot_dismiss');
  expect(saidOf(await collector.until('slot_dismiss'), 'slot_dismiss')).toHaveLength(1);
});
