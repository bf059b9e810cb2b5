import { expect, test } from 'vitest';
import { setStage, settled, stage } from './snippet-stage.ts';

setStage();

const item = (id: string) => `<li data-vitrina-item="${id}"><a href="#${id}">${id}</a></li>`;
const letters = [...'ABCDEFGHIJ'];
const list = (ids = letters, more = '') => `<ul data-vitrina-rank="category"${more}>${ids.map(item).join('\n')}</ul>`;
const tall = 'li { height: 300px; list-style: none } #space { height: 1500px }';

/** The collector puts the last of a list first, as far as it may. */
function lastFirst() {
  stage.collector.onCall((call) => {
    if (call !== 'POST /v1/rank') return undefined;
    const ids = [letters.at(-1) ?? '', ...letters.slice(0, -1)];
    const moved = ids.map((id, to) => ({ id, from: letters.indexOf(id), to, reason: { code: 'popular', text: '' } }));
    return { decision: 'd.0', ids, moved };
  });
}

const order = () => stage.page.locator('[data-vitrina-item]').allTextContents();

test('a list below what is in view has the order for this visitor, in the document itself, and nothing has moved on the page', async () => {
  const { page, shop, collector } = stage;
  lastFirst();
  shop.file('/.css', tall);
  await page.goto(shop.page('/', { body: `<p>Before</p><div id="space"></div>${list()}<p>After</p>` }));
  await page.waitForFunction(() => document.querySelector('[data-vitrina-item]')?.textContent === 'J');
  expect(await order()).toEqual(['J', ...letters.slice(0, -1)]);
  // The order of the keyboard is the one that is seen.
  await page.locator('[data-vitrina-item=J] a').focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('A');
  const events = await collector.until('slot_view');
  expect(events.find(({ name }) => name === 'slot_view')?.params).toEqual({ decision: 'd.0', slot: 'category-list' });
  await page.locator('[data-vitrina-item=J] a').click();
  const clicked = await collector.until('slot_click');
  expect(clicked.find(({ name }) => name === 'slot_click')?.params).toEqual({
    ...{ decision: 'd.0', slot: 'category-list', item_id: 'J' },
  });
});

test('what is in view stays, and what comes below it is in the order for this visitor; nothing shifts', async () => {
  const { page, shop } = stage;
  lastFirst();
  shop.file('/.css', tall);
  await page.goto(shop.page('/', { body: list() }));
  await page.waitForFunction(() => document.querySelectorAll('[data-vitrina-item]')[3]?.textContent === 'J');
  // Three of 300 pixels reach into a view of 823.
  expect(await order()).toEqual(['A', 'B', 'C', 'J', ...letters.slice(3, -1)]);
});

test('a list that was seen whole stays as it is, and that is told', async () => {
  const { page, shop, collector } = stage;
  lastFirst();
  await page.goto(shop.page('/', { body: list() }));
  const events = await collector.until('slot_late');
  expect(events.find(({ name }) => name === 'slot_late')?.params).toEqual({ decision: 'd.0', slot: 'category-list' });
  expect(await order()).toEqual(letters);
});

test('a collector that is away or says no leaves the list alone', async () => {
  const { page, shop } = stage;
  shop.file('/.css', tall);
  await page.goto(shop.page('/', { body: `<div id="space"></div>${list()}` }));
  await settled();
  expect(await order()).toEqual(letters);
});

test('a page that changes itself has its next list ranked, and the one that is gone is let go', async () => {
  const { page, shop } = stage;
  lastFirst();
  shop.file('/.css', tall);
  await page.goto(shop.page('/', { body: `<div id="space"></div><div id="place">${list()}</div>` }));
  await page.waitForFunction(() => document.querySelector('[data-vitrina-item]')?.textContent === 'J');
  await page.evaluate(
    (html) => {
      history.pushState(null, '', '/next');
      const place = document.querySelector('#place');
      if (place) place.innerHTML = html;
    },
    list(letters, ' id="second"'),
  );
  await page.waitForFunction(() => document.querySelector('#second [data-vitrina-item]')?.textContent === 'J');
  expect(await order()).toEqual(['J', ...letters.slice(0, -1)]);
});

test('a page without such a list does not load what ranks it', async () => {
  const { page, shop } = stage;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(shop.page('/', { body: '<ul><li>A</li></ul>' }));
  await settled();
  expect(asked.filter((path) => path.includes('rank'))).toEqual([]);
});

/** A page that asks at once, before the snippet is there; what it has heard comes with `heard`. */
async function ask(list: unknown, tag = stage.shop.tag()) {
  const { page, shop } = stage;
  shop.file('/ask.js', `window.told = []; vitrina('rank', ${JSON.stringify(list)}, (...order) => told.push(order))`);
  await page.goto(shop.page('/', { head: `<script src="/ask.js"></script>${tag}` }));
}

const heard = async () => {
  const told = await stage.page.waitForFunction(() => {
    const { told } = window as Window & { told?: unknown[][] };
    return told?.[0] && told;
  });
  return told.jsonValue();
};

test('a page that draws its list itself hears the order and the decision, asked before the snippet is there', async () => {
  const { collector } = stage;
  lastFirst();
  await ask({ kind: 'category', ids: letters });
  expect(await heard()).toEqual([[['J', ...letters.slice(0, -1)], 'd.0']]);
  // It is no event.
  await settled();
  expect(collector.events().map(({ name }) => name)).not.toContain('rank');
});

test('what such a page asks goes as it was said, with the visitor’s consent and nothing from the device without it', async () => {
  const { collector } = stage;
  const asked: Record<string, unknown>[] = [];
  collector.onCall((call, body) => {
    if (call !== 'POST /v1/rank') return undefined;
    asked.push(JSON.parse(body));
    return { decision: 'd.0', ids: ['B', 'A'], moved: [] };
  });
  await ask({ kind: 'search', ids: ['A', 'B'], query: 'tea', keepFirst: 1 }, stage.shop.tag('data-site="key"'));
  expect(await heard()).toEqual([[['B', 'A'], 'd.0']]);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ site: 'key', kind: 'search', ids: ['A', 'B'], query: 'tea', keepFirst: 1 });
  expect(asked[0]).toMatchObject({ consent: { statistics: false, personalisation: false } });
  expect(asked[0]).not.toHaveProperty('token');
});

test('such a page hears its own order, once, where the collector is away, refuses or takes too long', async () => {
  const { collector, page } = stage;
  await ask({ kind: 'category', ids: letters });
  expect(await heard()).toEqual([[letters]]);

  let answer = () => {};
  const asked = new Promise<object>((resolve) => {
    answer = () => resolve({ decision: 'd.0', ids: letters.toReversed(), moved: [] });
  });
  collector.onCall((call) => (call === 'POST /v1/rank' ? asked : undefined));
  await ask({ kind: 'category', ids: letters });
  expect(await heard()).toEqual([[letters]]);
  const late = page.waitForResponse((response) => response.url().endsWith('/v1/rank'));
  answer();
  await (await late).finished();
  await settled();
  expect(await heard()).toEqual([[letters]]);
});

test('a list that is none is given back as it was', async () => {
  for (const [wrong, given] of [
    [{ kind: 'category', ids: 7 }, 7],
    [{}, undefined],
    [null, undefined],
  ]) {
    await ask(wrong);
    expect(await heard()).toEqual([[given]]);
  }
});
