import { expect, test } from 'vitest';
import type { Decision } from '../../snippet/protocol.ts';
import { addShelf as definition } from '../../widgets/add-shelf/definition.ts';
import { heightRules } from '../../widgets/define.ts';
import { axeFindings } from './axe.ts';
import { only, reserved, slot } from './snippet-decisions.ts';
import { setStage, stage } from './snippet-stage.ts';

setStage();

const card = (name: string) => ({
  ...{ id: name.toUpperCase(), name, url: `https://www.shop.example/${name}` },
  ...{ image: null, price: '€30.00', reason: 'Bought with Lamp' },
});

const shelf: Decision = {
  ...{ id: 'd.0.beside.a', slot: 'cart', widget: 'add-shelf' },
  props: {
    ...{ title: 'Goes well with your basket', items: ['mug', 'bag', 'pen'].map(card) },
    ...{ add: 'Add to basket', adding: 'Being added', added: 'Added', failed: 'This did not work. Please try again' },
  },
};

const kept = reserved + heightRules(definition, (height) => `[data-vitrina=cart] { min-height: ${height}px }`);

async function open(width: number) {
  const { page, collector, shop } = stage;
  await page.setViewportSize({ width, height: 740 });
  collector.reply((batch) => only(batch, shelf));
  shop.file('/.css', kept);
  await page.goto(shop.page('/', { body: `<p>Before</p>${slot('cart')}<p>After</p>` }));
  await add('mug').waitFor();
  return page.locator('[data-vitrina=cart]');
}

const add = (name: string) => stage.page.getByRole('button', { name: `Add to basket: ${name}` });

test.each([360, 1280])(
  'a product is added by the keyboard alone, each state is heard, the press is counted as the shelf’s, and nothing moves (%i)',
  async (width) => {
    const { page, collector } = stage;
    const box = await open(width);
    expect((await box.boundingBox())?.height).toBe(348);
    const pressed = await add('mug').boundingBox();
    expect(Math.min(pressed?.width ?? 0, pressed?.height ?? 0)).toBeGreaterThanOrEqual(44);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page, '[data-vitrina=cart]')).toEqual([]);
    }
    // The page's own cart: slow, and without bags.
    await page.evaluate(() =>
      addEventListener('vitrina-add', (event) => {
        event.preventDefault();
        const { detail } = event as CustomEvent;
        const answer = new Promise((done, fail) =>
          setTimeout(() => (detail.item_id === 'BAG' ? fail(new Error('sold out')) : done(null)), 700),
        );
        detail.until(answer);
      }),
    );
    await page.getByRole('link', { name: /^mug/ }).focus();
    for (const key of ['Tab', 'Enter', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('status').getByText('Being added: mug').waitFor();
    await page.getByRole('status').getByText('Added: mug').waitFor();
    expect(await add('mug').evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)).toBe(true);
    await add('bag').click();
    await page.getByText('This did not work. Please try again: bag').waitFor();
    expect(await axeFindings(page, '[data-vitrina=cart]')).toEqual([]);
    expect((await box.boundingBox())?.height).toBe(348);
    const events = await collector.until('slot_click', 2);
    const clicks = events.flatMap(({ name, params }) => (name === 'slot_click' ? [params?.item_id] : []));
    expect([...new Set(clicks)]).toEqual(['MUG', 'BAG']);
  },
);
