import { expect, test } from 'vitest';
import { example } from '../../server/html/facts.ts';
import { piecesFor } from '../../server/html/pieces-for.ts';
import vectors from '../../server/html/vectors.cases.json' with { type: 'json' };
import type { Decision } from '../../snippet/protocol.ts';
import type { Piece } from '../../widgets/html/definition.ts';
import { axeFindings } from './axe.ts';
import { reserved, slot } from './snippet-decisions.ts';
import { setStage, stage } from './snippet-stage.ts';

setStage();

const decision = (pieces: unknown, more: Partial<Decision> = {}): Decision => ({
  ...{ id: 'own', slot: 'own', widget: 'html' },
  props: { title: 'Our own words', pieces: JSON.stringify(pieces), high: '240', narrowHigh: '300' },
  ...more,
});

const kept = `${reserved} [data-vitrina=own] { min-height: 240px } @media (max-width: 640px) { [data-vitrina=own] { min-height: 300px } }`;

async function open(shown: Decision) {
  const { page, collector, shop } = stage;
  collector.reply(({ slots }) => ({ body: { slots: slots ? [shown] : [] } }));
  shop.file('/.css', kept);
  await page.goto(shop.page('/', { body: `<p>Before</p>${slot('own')}<p>After</p>` }));
  return shown.slot === '' ? page.getByRole('dialog') : page.locator('[data-vitrina=own]');
}

const own = `<h2>Hello {{ visitor.name }}</h2><p class="muted">You like {{ visitor.likes | join: ", " }}.</p>
<ul>{% for name in cart.items %}<li>{{ name }}</li>{% endfor %}</ul>
<p class="row"><a class="button" href="#sale">To the sale</a> <img src="/picture.svg" alt="A teal circle" width="40" height="40"></p>
<table><caption>Sizes</caption><tr><th scope="col">Size</th><th scope="col">cm</th></tr><tr><td>S</td><td>12</td></tr></table>`;

test('a merchant’s own HTML is drawn under a strict policy, read by everybody, scrolled by the keyboard, and nothing moves', async () => {
  const { page, collector } = stage;
  for (const [width, height] of [
    [1280, 240],
    [360, 300],
  ] as const) {
    await page.setViewportSize({ width, height: 740 });
    const box = await open(decision(piecesFor(own, example)));
    await box.getByRole('heading', { name: 'Hello Anna <Maria> & Co' }).waitFor();
    expect((await box.boundingBox())?.height).toBe(height);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page, '[data-vitrina=own]')).toEqual([]);
    }
    const region = box.getByRole('region', { name: 'Our own words' });
    await region.focus();
    await page.keyboard.press('End');
    await expect.poll(() => region.evaluate(({ scrollTop }) => scrollTop), { timeout: 5_000 }).toBeGreaterThan(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const events = await collector.until('slot_click');
    expect(events.findLast(({ name }) => name === 'slot_click')?.params).toMatchObject({ decision: 'own' });
    expect(new URL(page.url()).hash).toBe('#sale');
  }
});

/** What the policy of the shop forbids anyway is not what is tried here: its pictures come from the shop itself. */
function withOwnPictures(piece: Piece): Piece {
  if (typeof piece === 'string') return piece;
  const [tag, attributes, ...inner] = piece;
  const here = tag === 'img' ? { ...attributes, src: '/picture.svg' } : attributes;
  return [tag, here, ...inner.map(withOwnPictures)];
}

test('nothing that is known to run scripts runs any: as it is written, as a name, or sent past the collector', async () => {
  const { page } = stage;
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const names = vectors.map((name) => ({ ...example, visitor: { ...example.visitor, name } }));
  const written = vectors.flatMap((vector) => piecesFor(vector, example) ?? []);
  const filled = names.flatMap(
    (facts) => piecesFor('<p title="{{ visitor.name }}">{{ visitor.name }}</p>', facts) ?? [],
  );
  // A decision that the collector never made.
  const forged = [
    ...vectors.map((text) => ['p', { title: text, onclick: 'alert(1)' }, text]),
    ['script', {}, 'alert(1)'],
    ['iframe', { srcdoc: '<script>alert(1)</script>' }],
    ['img', { src: '/none.png', onerror: 'alert(1)', alt: '' }],
    ['a', { href: 'javascript:alert(1)', autofocus: '', onfocus: 'alert(1)' }, 'a'],
    [
      'p',
      {
        style: 'background:url(https://evil.example/x)',
        dangerouslySetInnerHTML: { __html: '<img src onerror=alert(1)>' },
      },
      'b',
    ],
  ];
  const box = await open(decision([...[...written, ...filled].map(withOwnPictures), ...forged]));
  await box.getByText('<ScRiPt src=//evil.example/x.js>').first().waitFor();
  const found = await box.evaluate(({ shadowRoot }) => {
    const all = [...(shadowRoot?.querySelectorAll('section *') ?? [])];
    // An honest link leads away.
    for (const one of all) if (one instanceof HTMLElement && !one.closest('[href^=http]')) one.click();
    for (const one of all) for (const name of ['error', 'load', 'focus', 'toggle']) one.dispatchEvent(new Event(name));
    return {
      elements: all.length,
      names: [...new Set(all.flatMap((one) => one.getAttributeNames()))].sort(),
      tags: all.filter((one) =>
        one.matches('script,style,iframe,svg,math,form,input,object,embed,template,link,meta,base'),
      ).length,
    };
  });
  expect(found.elements).toBeGreaterThan(120);
  expect(
    found.names.filter(
      (name) => !['alt', 'class', 'dir', 'height', 'href', 'lang', 'loading', 'src', 'title', 'width'].includes(name),
    ),
  ).toEqual([]);
  expect(found.tags).toBe(0);
  expect(dialogs).toEqual([]);
  expect(asked.filter((address) => address.includes('evil'))).toEqual([]);
});

test('it lies over a page as well', async () => {
  const overlay = { kind: 'popup', trigger: { on: 'load' }, close: 'Close', site: 'key', path: '/' } as const;
  const box = await open(decision(piecesFor(own, example), { slot: '', overlay }));
  await box.getByRole('heading', { name: 'Hello Anna' }).waitFor();
  expect(await axeFindings(stage.page, '[data-vitrina-over]')).toEqual([]);
  await stage.page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
});
