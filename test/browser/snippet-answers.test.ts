import { expect, test } from 'vitest';
import { setStage, settled, stage } from './snippet-stage.ts';

setStage();

const form = (fields: string) => `<script src="/stay.js"></script>
  <form data-vitrina-form>${fields}<button>Send</button></form>
  <form id="other"><input name="x" value="not-ours" data-vitrina-question="other"><button>Other</button></form>`;

/** Opens a page with these fields, waits until its form is watched, and sends it. Returns what was answered. */
async function answers(fields: string) {
  const { shop, page, collector } = stage;
  shop.file('/stay.js', "document.addEventListener('submit', (event) => event.preventDefault())");
  const loading = page.waitForResponse(/\/w\/answers-/);
  await page.goto(shop.page('/', { body: form(fields) }));
  const module = (await loading).url();
  // As text: the test runner would put its own word for `import`.
  await page.evaluate(`import(${JSON.stringify(module)}).then(() => undefined)`);
  await page.getByRole('button', { name: 'Other' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await settled();
  return collector.events().flatMap(({ name, params }) => (name === 'answer' ? [params] : []));
}

test('a form of the shop with our attributes is read when it is sent, field by field', async () => {
  const fields = `<input name="elements" data-vitrina-question="heard" value=" from a friend ">
    <input type="date" data-vitrina-question="birthday" value="1990-02-28">
    <select data-vitrina-question="drink"><option value="">-</option><option value="tea" selected>Tea</option></select>
    <select multiple data-vitrina-question="colours"><option selected>red</option><option selected>blue</option></select>
    <fieldset data-vitrina-question="channel"><input type="radio" name="c" value="sms"><input type="radio" name="c" value="post" checked></fieldset>
    <fieldset data-vitrina-question="interests"><input type="checkbox" value="news" checked><input type="checkbox" value="gifts" checked>
      <input type="checkbox" value="advice"></fieldset>
    <label><input type="checkbox" data-vitrina-question="has_dog" checked>A dog</label>`;
  expect(await answers(fields)).toEqual([
    { question: 'heard', answer: 'from a friend' },
    { question: 'birthday', answer: '1990-02-28' },
    { question: 'drink', answer: 'tea' },
    { question: 'colours', answer: ['red', 'blue'] },
    { question: 'channel', answer: 'post' },
    { question: 'interests', answer: ['news', 'gifts'] },
    { question: 'has_dog', answer: true },
  ]);
});

test('what is empty, not ticked, disabled, a password or not marked says nothing', async () => {
  const fields = `<input data-vitrina-question="a" value="  "><input type="checkbox" data-vitrina-question="b">
    <input data-vitrina-question="c" value="c" disabled><input type="password" data-vitrina-question="d" value="secret">
    <input name="e" value="not-marked"><fieldset disabled><input data-vitrina-question="f" value="f"></fieldset>
    <select data-vitrina-question="g"><option value="">-</option></select><input data-vitrina-question="last" value="said">`;
  expect(await answers(fields)).toEqual([{ question: 'last', answer: 'said' }]);
  expect(JSON.stringify(stage.collector.batches)).not.toMatch(/not-ours|not-marked|secret/);
});

test('a page without such a form does not load what reads it', async () => {
  const { shop, page } = stage;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const loading = page.waitForResponse(/\/w\/dialects-/);
  const head = `<meta property="og:type" content="website">${shop.tag()}`;
  await page.goto(shop.page('/', { head, body: '<form></form>' }));
  await loading;
  await settled();
  expect(asked.filter((url) => url.includes('/w/answers-'))).toEqual([]);
});
