import { expect, test } from 'vitest';
import { createCatalog } from '../../server/catalog/catalog.ts';
import type { Product } from '../../server/catalog/product.ts';
import { find } from '../../server/finders/find.ts';
import { findFirst } from '../../server/finders/find-first.ts';
import type { Finder } from '../../server/finders/finder.ts';
import { findingOf } from '../../server/finders/finding.ts';
import { suggestFinder } from '../../server/finders/suggest.ts';
import { type Language, languages } from '../../server/messages/messages.ts';
import { createShelfModel } from '../../server/recommend/model/shelf-model.ts';
import { heightRules } from '../../widgets/define.ts';
import { finder as definition } from '../../widgets/finder/definition.ts';
import { axeFindings } from './axe.ts';
import { only, reserved, slot } from './snippet-decisions.ts';
import { setStage, stage } from './snippet-stage.ts';

setStage();

const colours = ['Red', 'Navy blue', 'Forest green', 'Black', 'Ivory', 'Silver'];
const stuffs = ['Wood', 'Glass', 'Ceramic'];
const products = Array.from({ length: 90 }, (_, number): Product => {
  const attributes = [
    { name: 'color', value: colours[number % 6] ?? '' },
    { name: 'material', value: stuffs[Math.floor(number / 6) % 3] ?? '' },
  ];
  return {
    ...{ id: `P${number}`, name: `A lamp with a rather long name, number ${number}`, category: 'Lamps', brand: null },
    ...{ price: 500 + number * 50, currency: 'EUR', cost: null, costCurrency: null, image: null, inStock: true },
    ...{ url: `/lamp-${number}`, addedAt: number, details: { attributes } },
  };
});
const shop = { catalog: createCatalog(products), model: createShelfModel(), now: 0, place: {}, cart: [] };

/** Made of what is said of these products, as in a shop that has said nothing else. */
async function made(): Promise<Finder> {
  const body = await suggestFinder(products, 'EUR');
  if (!body) throw new Error('nothing tells these products apart');
  return { id: 'lamps', ...body };
}

async function open(language: Language = 'en') {
  const { page, collector, shop: pages } = stage;
  const finder = await made();
  const props = findFirst(finder, language, shop, { key: 'key', currency: 'EUR' });
  collector.reply((batch) => only(batch, { id: 'finds', slot: 'finds', widget: 'finder', props: { ...props } }));
  const asked: unknown[] = [];
  collector.onCall((call, body) => {
    if (call !== 'POST /v1/finder') return undefined;
    const { answers } = JSON.parse(body);
    asked.push(answers);
    return findingOf(find(finder, answers, shop, 'EUR'), { answers, language, currency: 'EUR' });
  });
  pages.file(
    '/.css',
    reserved + heightRules(definition, (height) => `[data-vitrina=finds] { min-height: ${height}px }`),
  );
  await page.goto(pages.page('/', { body: `<p>Before</p>${slot('finds')}<p>After</p>` }));
  const box = page.locator('[data-vitrina=finds]');
  await box.getByRole('heading', { level: 3 }).waitFor();
  return { box, finder, asked };
}

const findings = () => axeFindings(stage.page, '[data-vitrina=finds]');

test('a finder is gone through by the keyboard alone: products from the first answer on, back, anew, and nothing moves', async () => {
  const { page, collector } = stage;
  const { box, finder, asked } = await open();
  const height = (await box.boundingBox())?.height;
  const heading = () => box.getByRole('heading', { level: 3 }).textContent();
  const [first, second] = finder.questions.map(({ words }) => words.en ?? '');
  expect(await heading()).toBe(first);
  expect(await findings()).toEqual([]);
  for (const key of ['Tab', 'Space']) await page.keyboard.press(key);
  await box.getByRole('button', { name: 'Go on' }).focus();
  await page.keyboard.press('Enter');
  await box.getByRole('link').first().waitFor();
  expect(await heading()).toBe(second);
  // The next question has the focus, and says itself to who listens.
  expect(
    await page.evaluate(() => document.querySelector('[data-vitrina=finds]')?.shadowRoot?.activeElement?.tagName),
  ).toBe('H3');
  expect(await box.getByRole('status').textContent()).toMatch(/^\d+ products fit\.$/);
  expect(await box.getByRole('link').first().textContent()).toContain('Fits: ');
  expect(await findings()).toEqual([]);
  await box.getByRole('button', { name: 'Back' }).focus();
  await page.keyboard.press('Enter');
  await box.getByRole('link').first().waitFor({ state: 'detached' });
  expect(await heading()).toBe(first);
  await box.getByRole('button', { name: 'No matter' }).click();
  await box.getByRole('heading', { name: second ?? '' }).waitFor();
  await box.getByRole('button', { name: 'Start again' }).click();
  await box.getByRole('heading', { name: first ?? '' }).waitFor();
  expect(asked).toEqual([
    { [finder.questions[0]?.key ?? '']: ['c1'] },
    {},
    { [finder.questions[0]?.key ?? '']: [] },
    {},
  ]);
  expect((await box.boundingBox())?.height).toBe(height);
  const answers = (await collector.until('answer')).filter(({ name }) => name === 'answer');
  expect(answers.map(({ params }) => params)).toEqual([
    { decision: 'finds', slot: 'finds', question: `lamps_${finder.questions[0]?.key}`, answer: ['c1'] },
  ]);
});

test.each([
  ['on a phone, dark', { width: 360, height: 740 }, 'dark', 540, 'uk'],
  ['on a desk, light', { width: 1_280, height: 800 }, 'light', 460, 'en'],
  ['on a phone, in Romanian', { width: 360, height: 740 }, 'light', 540, 'ro'],
] as const)(
  'all is whole and can be read %s, to the end, where what was looked past is said',
  async (_, viewport, colorScheme, height, language) => {
    const { page } = stage;
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { box } = await open(language);
    for (let turn = 0; turn < 6; turn++) {
      const heading = await box.getByRole('heading', { level: 3 }).textContent();
      const boxes = box.getByRole('checkbox');
      if ((await boxes.count()) === 0) break;
      // What is rare, so that something has to be looked past.
      await boxes.last().check();
      const send = box.locator('.send');
      const [outer, inner] = [await box.boundingBox(), await send.boundingBox()];
      expect((inner?.y ?? 0) + (inner?.height ?? 0)).toBeLessThanOrEqual((outer?.y ?? 0) + height);
      expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
      await send.click();
      await expect.poll(() => box.getByRole('heading', { level: 3 }).textContent()).not.toBe(heading);
      expect((await box.boundingBox())?.height).toBe(height);
      expect(await findings()).toEqual([]);
    }
    expect(await box.getByRole('checkbox').count()).toBe(0);
    expect(await box.getByRole('link').count()).toBeGreaterThan(0);
    const link = await box.getByRole('link').first().boundingBox();
    const outer = await box.boundingBox();
    expect((link?.y ?? 0) + (link?.height ?? 0)).toBeLessThanOrEqual((outer?.y ?? 0) + height);
  },
);

test('a product that is opened is told as a click of this finder', async () => {
  const { box } = await open();
  await box.getByRole('checkbox').first().check();
  await box.locator('.send').click();
  const link = box.getByRole('link').first();
  await link.waitFor();
  const item = await link.getAttribute('data-item');
  await link.click();
  const clicks = (await stage.collector.until('slot_click')).filter(({ name }) => name === 'slot_click');
  expect(clicks.map(({ params }) => params)).toEqual([{ decision: 'finds', slot: 'finds', item_id: item }]);
});

test.each(languages.flatMap((language) => [320, 360].map((width) => [language, width] as const)))(
  'what can be pressed is said in one line each, in %s at %i px',
  async (language, width) => {
    const { page } = stage;
    await page.setViewportSize({ width, height: 740 });
    const { box } = await open(language);
    await box.getByRole('checkbox').first().check();
    await box.locator('.send').click();
    await box.getByRole('link').first().waitFor();
    const buttons = await box.locator('footer button').all();
    expect(buttons).toHaveLength(4);
    const outer = await box.boundingBox();
    const form = await box.locator('form').boundingBox();
    for (const button of buttons) {
      const { x = 0, y = 0, width: own = 0, height } = (await button.boundingBox()) ?? {};
      expect(height).toBe(40);
      expect(x + own).toBeLessThanOrEqual((outer?.x ?? 0) + (outer?.width ?? 0));
      expect(y + 40).toBeLessThanOrEqual((form?.y ?? 0) + (form?.height ?? 0));
    }
    const progress = await box.locator('header span').boundingBox();
    expect((progress?.x ?? 0) + (progress?.width ?? 0)).toBeLessThanOrEqual(width);
    // Choices are still in sight beside them.
    const choices = await box.getByRole('group').boundingBox();
    expect(choices?.height).toBeGreaterThanOrEqual(120);
  },
);
