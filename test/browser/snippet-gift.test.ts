import { expect, test } from 'vitest';
import { messagesIn } from '../../server/messages/messages.ts';
import type { Batch, Decision } from '../../snippet/protocol.ts';
import { axeFindings } from './axe.ts';
import { only, reserved, slot } from './snippet-decisions.ts';
import { setStage, stage } from './snippet-stage.ts';

setStage();

const isSaid = ({ events }: Batch, on: boolean) =>
  events.some(({ name, params }) => name === 'gift' && params?.on === on);

/** A page whose collector greets and offers the switch, as the visitor has turned it last. */
async function open(language: 'en' | 'uk' | 'ro' | 'ru' = 'en') {
  const { page, collector, shop } = stage;
  const words = messagesIn(language).greeting;
  let forAnother = '';
  collector.reply((batch) => {
    if (isSaid(batch, true)) forAnother = 'yes';
    if (isSaid(batch, false)) forAnother = '';
    const text = forAnother ? words.forAnother : words.lately;
    const props = { title: words.returning, text, gift: words.gift, forAnother };
    return only(batch, { id: `hello ${forAnother}`, slot: 'hello', widget: 'greeting', props } satisfies Decision);
  });
  shop.file('/.css', reserved);
  await page.goto(shop.page('/', { body: `<p>Before</p>${slot('hello')}<p id="after">After</p>` }));
  const button = page.locator('[data-vitrina=hello]').getByRole('button', { name: words.gift });
  await button.waitFor();
  return { button, words };
}

const findings = () => axeFindings(stage.page, '[data-vitrina=hello]');

test('the switch is turned by the keyboard alone, says how it stands, keeps the focus, and nothing moves', async () => {
  const { page, collector } = stage;
  const { button } = await open();
  const height = async () => (await page.locator('[data-vitrina=hello]').boundingBox())?.height;
  expect([await button.getAttribute('aria-pressed'), await height(), await findings()]).toEqual(['false', 56, []]);
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-vitrina=hello] [aria-pressed=true]').waitFor();
  const isFocused = () =>
    button.evaluate((element) => {
      const root = element.getRootNode();
      return root instanceof ShadowRoot && root.activeElement === element;
    });
  expect([await isFocused(), await height(), await findings()]).toEqual([true, 56, []]);
  await page.keyboard.press(' ');
  await page.locator('[data-vitrina=hello] [aria-pressed=false]').waitFor();
  const said = (await collector.until('gift', 2)).filter(({ name }) => name === 'gift');
  expect(said.map(({ params }) => params?.on)).toEqual([true, false]);
});

test('a page may say it for the visitor', async () => {
  const { page, collector } = stage;
  const { button } = await open();
  await page.evaluate(() => vitrina('gift', true));
  const [said] = (await collector.until('gift')).filter(({ name }) => name === 'gift');
  expect(said?.params).toBe(true);
  expect(await button.isVisible()).toBe(true);
});

test.each(['en', 'uk', 'ro', 'ru'] as const)('its words fit on a narrow phone in %s', async (language) => {
  await stage.page.setViewportSize({ width: 320, height: 640 });
  const { button, words } = await open(language);
  await button.click();
  await stage.page.getByText(words.forAnother).waitFor();
  const overflow = await button.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [
    scrollWidth - clientWidth,
    scrollHeight - clientHeight,
  ]);
  expect(overflow).toEqual([0, 0]);
  const box = await button.boundingBox();
  const place = await stage.page.locator('[data-vitrina=hello]').boundingBox();
  expect((box?.y ?? 0) >= (place?.y ?? 0) && (box?.height ?? 99) <= 56).toBe(true);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
});
