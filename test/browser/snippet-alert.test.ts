import { expect, test } from 'vitest';
import type { Decision } from '../../snippet/protocol.ts';
import { alert as definition } from '../../widgets/alert/definition.ts';
import { heightRules } from '../../widgets/define.ts';
import { axeFindings } from './axe.ts';
import { only, reserved, slot } from './snippet-decisions.ts';
import { setStage, stage } from './snippet-stage.ts';

setStage();

const asks: Decision = {
  ...{ id: 'd.0', slot: 'alert', widget: 'alert' },
  props: {
    ...{ title: 'Сообщите, когда подешевеет', product: 'LAMP', of: 'price', isWaiting: '', items: [] },
    ...{ email: 'Ваш адрес электронной почты', send: 'Написать мне', visit: 'Сказать, когда зайду снова' },
    agree: 'Напишем один раз, на этот адрес и только об этом товаре. Отказаться можно здесь в любое время.',
    ...{
      waits: 'Вы узнаете, когда товар подешевеет.',
      withdraw: 'Уже не нужно',
      withdrawn: 'Хорошо, сообщать не будем.',
    },
  },
};
const card = (id: string) => ({
  ...{ id, name: `A very long name of a product that waits, number ${id}`, url: `https://www.shop.example/${id}` },
  ...{ image: null, price: '€30.00', reason: 'Now €30.00, was €40.00' },
});

const kept = reserved + heightRules(definition, (height) => `[data-vitrina=alert] { min-height: ${height}px }`);

async function open(decision: Decision) {
  const { page, collector, shop } = stage;
  collector.reply((batch) => only(batch, decision));
  shop.file('/.css', kept);
  await page.goto(shop.page('/', { body: `<p>Before</p>${slot('alert')}<p>After</p>` }));
  return page.locator('[data-vitrina=alert]');
}

test('a wish is left and taken back by the keyboard alone, on every screen, and nothing moves', async () => {
  const { page, collector } = stage;
  for (const [width, height, wishes] of [
    [1280, 124, 2],
    [360, 220, 4],
  ] as const) {
    await page.setViewportSize({ width, height: 740 });
    const box = await open(asks);
    await page.getByRole('textbox', { name: 'Ваш адрес электронной почты' }).waitFor();
    const whole = await box.boundingBox();
    expect(whole?.height).toBe(height);
    for (const part of await box.locator('button, input, p, h2').all()) {
      const one = await part.boundingBox();
      if (!one || !whole) throw new Error('it is not drawn');
      expect(one.y).toBeGreaterThanOrEqual(whole.y);
      expect(one.y + one.height).toBeLessThanOrEqual(whole.y + whole.height);
      expect(one.x + one.width).toBeLessThanOrEqual(whole.x + whole.width);
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page, '[data-vitrina=alert]')).toEqual([]);
    }
    await page.getByRole('textbox').focus();
    await page.keyboard.type('anna');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('status').count()).toBe(0);
    await page.keyboard.type('@example.com');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Вы узнаете, когда товар подешевеет.').waitFor();
    expect(await axeFindings(page, '[data-vitrina=alert]')).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Хорошо, сообщать не будем.').waitFor();
    expect((await box.boundingBox())?.height).toBe(height);
    const events = await collector.until('product_alert', wishes);
    const said = events.flatMap(({ name, params }) => (name === 'product_alert' ? [params] : []));
    expect(said.slice(-2)).toMatchObject([
      { item_id: 'LAMP', of: 'price', on: true, email: 'anna@example.com', agreed: asks.props.agree },
      { item_id: 'LAMP', of: 'price', on: false },
    ]);
  }
});

test('what they waited for stands there as links that are counted', async () => {
  const { page, collector } = stage;
  const items = ['one', 'two', 'three'].map(card);
  const box = await open({ ...asks, props: { ...asks.props, title: 'Чего вы ждали', product: '', items } });
  await page.getByRole('link', { name: /number two/ }).waitFor();
  expect((await box.boundingBox())?.height).toBe(220);
  expect(await axeFindings(page, '[data-vitrina=alert]')).toEqual([]);
  await page.evaluate(() => addEventListener('click', (event) => event.preventDefault()));
  await page.getByRole('link', { name: /number two/ }).click();
  const events = await collector.until('slot_click');
  expect(events.find(({ name }) => name === 'slot_click')?.params).toMatchObject({ item_id: 'two' });
});
