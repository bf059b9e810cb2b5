import { expect, test } from 'vitest';
import type { Decision, Overlay } from '../../snippet/protocol.ts';
import { coupon as definition } from '../../widgets/coupon/definition.ts';
import { heightRules } from '../../widgets/define.ts';
import { axeFindings } from './axe.ts';
import { reserved, slot } from './snippet-decisions.ts';
import { setStage, stage } from './snippet-stage.ts';

setStage();

const props = {
  ...{
    title: 'Ten percent for regulars',
    text: 'For everybody who has ordered twice this year, on all that is not on sale.',
  },
  ...{ code: '', site: 'key', decision: 'd.0.regulars.a', show: 'Show my code', yours: 'Your code' },
  ...{ copy: 'Copy', copied: 'Copied', none: 'There is no code left.', failed: 'This did not work.' },
};

const overlay: Overlay = { kind: 'popup', trigger: { on: 'load' }, close: 'Close', site: 'key', path: '/' };

const kept = `${reserved} ${heightRules(definition, (height) => `[data-vitrina=gift] { min-height: ${height}px }`)}`;

/** A page with the coupon in its slot, or over it. A code takes longer than the half second in which a page may move after a press. */
async function open(where: 'slot' | 'over', answer: { code: string } | null = { code: 'REG-7F3K' }) {
  const { page, collector, shop, context } = stage;
  const asked: string[] = [];
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const decision: Decision = {
    ...{ id: 'd.0.regulars.a', widget: 'coupon', props },
    ...(where === 'slot' ? { slot: 'gift' } : { slot: '', overlay }),
  };
  collector.reply(({ slots }) => ({ body: { slots: slots ? [decision] : [] } }));
  collector.onCall(async (call) => {
    if (!call.includes('/v1/coupon')) return undefined;
    if (call.startsWith('POST')) {
      asked.push(call);
      await page.waitForTimeout(700);
    }
    return answer ?? {};
  });
  shop.file('/.css', kept);
  await page.goto(shop.page('/', { body: `<p>Before</p>${slot('gift')}<p>After</p>` }));
  const place = where === 'slot' ? page.locator('[data-vitrina=gift]') : page.getByRole('dialog');
  await place.getByRole('button', { name: 'Show my code' }).waitFor();
  return { place, asked };
}

test.each(['slot', 'over'] as const)(
  'a coupon (%s) is shown and copied by the keyboard alone, on every screen, and nothing moves',
  async (where) => {
    const { page, collector } = stage;
    for (const [width, height] of [
      [1280, 96],
      [360, 160],
    ] as const) {
      await page.setViewportSize({ width, height: 740 });
      const { place, asked } = await open(where);
      if (where === 'slot') expect((await place.boundingBox())?.height).toBe(height);
      const show = place.getByRole('button', { name: 'Show my code' });
      await show.focus();
      await page.keyboard.press('Enter');
      await place.getByText('REG-7F3K').waitFor();
      expect(asked).toHaveLength(1);
      const code = place.getByRole('status', { name: 'Your code' });
      expect(await code.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)).toBe(true);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFindings(page, where === 'slot' ? '[data-vitrina=gift]' : '[data-vitrina-over]')).toEqual([]);
      }
      const copy = place.getByRole('button', { name: 'Copy' });
      const [box, whole] = [await copy.boundingBox(), await place.boundingBox()];
      expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
      expect(
        box && whole && box.x + box.width <= whole.x + whole.width && box.y + box.height <= whole.y + whole.height,
      ).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await place.getByText('Copied').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('REG-7F3K');
      const events = await collector.until('slot_click');
      expect(events.findLast(({ name }) => name === 'slot_click')?.params).toMatchObject({
        decision: 'd.0.regulars.a',
      });
    }
  },
);

test('where the collector has no code for them it says so', async () => {
  const { page } = stage;
  const { place } = await open('slot', null);
  await place.getByRole('button', { name: 'Show my code' }).click();
  await place.getByText('There is no code left.').waitFor();
  expect(await page.getByRole('status').first().textContent()).toBe('There is no code left.');
});
