import { expect, test } from 'vitest';
import { loanFor } from '../../server/decide/loan.ts';
import type { Decision } from '../../snippet/protocol.ts';
import { heightRules } from '../../widgets/define.ts';
import { loan as definition } from '../../widgets/loan/definition.ts';
import { axeFindings } from './axe.ts';
import { reserved, slot } from './snippet-decisions.ts';
import { setStage, stage } from './snippet-stage.ts';

setStage();

const legal = 'Кредитодавець Example Bank, реальна річна процентна ставка 13,24 % на весь строк. '
  .repeat(4)
  .slice(0, 300);
const content = {
  ...{ widget: 'loan' as const, title: { en: 'In instalments' }, text: { en: legal }, down: 15 },
  terms: [3, 6, 12, 24, 36, 60].map((months) => ({ months, rate: 12.75 })),
};
const kept = `${reserved} ${heightRules(definition, (height) => `[data-vitrina=loan] { min-height: ${height}px }`)}`;

// Russian has the longest lines.
test.each(['en', 'ru'] as const)(
  'terms are chosen by the keyboard alone in %s, on every screen, with all words in sight, and nothing moves',
  async (language) => {
    const { page, collector, shop } = stage;
    const props = loanFor(content, { price: 12_345_678, currency: 'MDL' }, language);
    const decision: Decision = { id: 'd', slot: 'loan', widget: 'loan', props: { ...props } };
    collector.reply(({ slots }) => ({ body: { slots: slots ? [decision] : [] } }));
    shop.file('/.css', kept);
    for (const [width, height] of [
      [1280, definition.height],
      [320, definition.narrowHeight],
    ] as const) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(shop.page('/', { body: `<p>Before</p>${slot('loan')}<p>After</p>` }));
      const box = page.locator('[data-vitrina=loan]');
      const terms = box.getByRole('radio');
      await terms.first().waitFor();
      expect(await terms.count()).toBe(6);
      expect((await box.boundingBox())?.height).toBe(height);
      const paid = box.getByRole('status');
      const before = [await paid.boundingBox(), await box.locator('p').boundingBox()];
      const first = await paid.innerText();
      await terms.first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await terms.nth(2).isChecked()).toBe(true);
      expect(await paid.innerText()).not.toBe(first);
      expect([await paid.boundingBox(), await box.locator('p').boundingBox()]).toEqual(before);
      for (let at = 0; at < content.terms.length; at++) {
        await page.keyboard.press('ArrowRight');
        const cut = await box.evaluate(({ shadowRoot }) =>
          [...(shadowRoot?.querySelectorAll('section, h2, legend, output, output > *, p') ?? [])]
            .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
            .filter((one) => getComputedStyle(one).display !== 'inline')
            .map((one) => one.outerHTML),
        );
        expect(cut).toEqual([]);
      }
      const label = await box.locator('label').first().boundingBox();
      expect(Math.min(label?.width ?? 0, label?.height ?? 0)).toBeGreaterThanOrEqual(44);
      const events = await collector.until('slot_click');
      expect(events.filter(({ name }) => name === 'slot_click').at(-1)?.params).toMatchObject({ decision: 'd' });
      if (language !== 'en') continue;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFindings(page, '[data-vitrina=loan]')).toEqual([]);
      }
    }
  },
);
