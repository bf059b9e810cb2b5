import { expect, test } from 'vitest';
import { orderStatusFor } from '../../server/decide/order-status.ts';
import type { Decision } from '../../snippet/protocol.ts';
import { heightRules } from '../../widgets/define.ts';
import { orderStatus as definition } from '../../widgets/order-status/definition.ts';
import { axeFindings } from './axe.ts';
import { reserved, slot } from './snippet-decisions.ts';
import { setStage, stage } from './snippet-stage.ts';

setStage();

const now = Date.UTC(2026, 2, 9, 12);
const order = {
  ...{ id: 'W-2026-7001', status: 'shipped', since: now - 4 * 86_400_000, by: now - 1 },
  products: ['Red Retrospot Mug', 'Cream Hanging Heart', 'Tea light holder', 'Wool scarf'].map((name) => ({
    id: name,
    name,
  })),
} as const;
const kept = `${reserved} ${heightRules(definition, (height) => `[data-vitrina=order-status] { min-height: ${height}px }`)}`;

test.each(['en', 'uk', 'ro', 'ru'] as const)(
  'where an order stands is told in %s on every screen, and nothing moves',
  async (language) => {
    const { page, collector, shop } = stage;
    const looking = { order, language, now } as Parameters<typeof orderStatusFor>[0];
    const props = orderStatusFor(looking, { get: () => undefined }, { timeZone: 'UTC' });
    const decision: Decision = { id: 'd', slot: 'order-status', widget: 'order-status', props: { ...props } };
    collector.reply(({ slots }) => ({ body: { slots: slots ? [decision] : [] } }));
    shop.file('/.css', kept);
    for (const [width, height] of [
      [1280, 136],
      [320, 172],
    ] as const) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(shop.page('/', { body: `<p>Before</p>${slot('order-status')}<p>After</p>` }));
      const box = page.locator('[data-vitrina=order-status]');
      await box.getByRole('heading').waitFor();
      expect(await box.getByRole('heading').innerText()).toContain('…7001');
      expect((await box.boundingBox())?.height).toBe(height);
      const cut = await box.evaluate(({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll('section, h2, p:not(.products), li') ?? [])]
          .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
          .map((one) => one.outerHTML),
      );
      expect(cut).toEqual([]);
      if (language !== 'en') continue;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFindings(page, '[data-vitrina=order-status]')).toEqual([]);
      }
    }
  },
);
