import { expect, test } from 'vitest';
import type { Decision, Overlay } from '../../snippet/protocol.ts';
import { heightRules } from '../../widgets/define.ts';
import { definitions, type WidgetId } from '../../widgets/definitions.ts';
import { reserved, slot } from './snippet-decisions.ts';
import { names, setStage, stage } from './snippet-stage.ts';
import { answers, shown } from './steady-widgets.ts';

setStage();

const ids = Object.values(definitions).map(({ id }) => id);
const widths = [
  ['a phone', 360],
  ['a desk', 1280],
] as const;

/** Beside the shifts that the browser tells of, which begin at three pixels: whatever of the shop's own moves at all, in any frame. */
const watch = `addEventListener('DOMContentLoaded', () => {
  const own = [...document.querySelectorAll('.own')];
  const look = () => own.map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return [x, y, width, height].join(' ');
  });
  let before = look();
  requestAnimationFrame(function again() {
    const now = look();
    now.forEach((place, index) => {
      if (place !== before[index]) problems.push('moved: ' + own[index].textContent + ', ' + before[index] + ' to ' + place);
    });
    before = now;
    requestAnimationFrame(again);
  });
});
addEventListener('vitrina-add', (event) => {
  event.preventDefault();
  event.detail.until(new Promise((done) => setTimeout(done, 700)));
});`;

/** Opens a page whose slots are kept free, on a sixth of the processor and over 400 kbit/s with 400 ms there and back. */
async function open(width: number, height: number, body: string) {
  const { context, page, collector, shop } = stage;
  await page.setViewportSize({ width, height });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await devtools.send('Network.enable');
  const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
  await devtools.send('Network.emulateNetworkConditions', slow);
  collector.onCall((call) => answers[call.split(' ')[1] ?? '']);
  const kept = Object.values(definitions).map((definition) =>
    heightRules(definition, (high) => `[data-vitrina=${definition.id}] { min-height: ${high}px }`),
  );
  shop.file('/.css', reserved + kept.join(''));
  shop.file('/watch.js', watch);
  await page.goto(shop.page('/', { head: `<script src="/watch.js"></script>${shop.tag()}`, body }));
}

test('no widget is left out', () => {
  expect(Object.keys(shown).sort()).toEqual(Object.keys(definitions).sort());
});

test.each(widths)(
  'every widget comes and is used on %s that is slow in all, and nothing of the page moves',
  async (_, width) => {
    const { page, collector } = stage;
    let forAnother = '';
    collector.reply(({ events, slots }) => {
      if (names(events).includes('gift')) forAnother = shown.greeting.leads ?? '';
      const turned = forAnother && { text: forAnother, forAnother };
      const decisions = ids.map((id): Decision => {
        const props = { ...shown[id].props, ...(id === 'greeting' && turned) };
        return { id, slot: id, widget: id, props };
      });
      return { body: { slots: slots ? decisions : [] } };
    });
    const fields = ['name', 'email', 'tel'].map(
      (name) => `<label class="own">${name} <input name="${name}" autocomplete="${name}"></label>`,
    );
    const places = ids.map((id) => `${slot(id)}<p class="own">After ${id}</p>`);
    // So high that all of it is in sight: whatever moves anywhere is a shift.
    await open(width, 6_000, `${places.join('')}<form action="/">${fields.join('')}</form>`);

    const inPlace = (id: WidgetId, words = '') => page.locator(`[data-vitrina=${id}]`).getByText(words).first();
    for (const id of ids) await inPlace(id, shown[id].sees).waitFor();
    // The switch of the greeting last: its answer draws everything anew, and what was begun elsewhere begins again.
    for (const round of [ids.filter((id) => id !== 'greeting'), ['greeting'] as const]) {
      for (const id of round)
        for (const pressed of shown[id].presses ?? [])
          await page.locator(`[data-vitrina=${id}]`).locator(pressed).first().click();
      for (const id of round) await inPlace(id, shown[id].leads ?? shown[id].sees).waitFor();
    }
    expect(names(await collector.until('slot_view', ids.length))).not.toContain('slot_late');
  },
);

/** Each way to lie over a page, with a widget that may. */
const over = {
  popup: ['coupon'],
  'slide-in': ['message'],
  bar: ['message'],
  survey: ['survey'],
} as const satisfies Record<Overlay['kind'], readonly WidgetId[]>;

test.each(widths)(
  'what lies over a page comes and is closed on %s that is slow in all, and nothing of the page moves',
  async (_, width) => {
    const { page, collector } = stage;
    const overlays = new Map<string, Decision>();
    for (const kind of Object.keys(over) as Overlay['kind'][])
      for (const widget of over[kind]) {
        const path = `/${kind}/${widget}`;
        const overlay: Overlay = { kind, trigger: { on: 'load' }, close: 'Close', site: 'key', path };
        overlays.set(path, { id: path, slot: '', widget, props: shown[widget].props, overlay });
      }
    collector.reply(({ page: { url } }) => {
      const decision = overlays.get(new URL(url).pathname);
      return { body: { slots: decision ? [decision] : [] } };
    });
    await open(width, 740, '<p class="own">Before</p><p class="own">After</p>');
    await collector.until('page_view');
    const dialog = page.getByRole('dialog');
    for (const [path, { widget }] of overlays) {
      await page.evaluate((to) => history.pushState(null, '', to), path);
      await dialog
        .getByText(shown[widget as WidgetId].sees)
        .first()
        .waitFor();
      await dialog.getByRole('button', { name: 'Close' }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
    }
  },
);
