import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { messagesIn } from '../../server/messages/messages.ts';
import type { Decision } from '../../snippet/protocol.ts';
import { heightRules } from '../../widgets/define.ts';
import { prefill as definition, type Prefilled } from '../../widgets/prefill/definition.ts';
import { axeFindings } from './axe.ts';
import { only, reserved } from './snippet-decisions.ts';
import { setStage, stage } from './snippet-stage.ts';

setStage();

type Language = Parameters<typeof messagesIn>[0];

const decision = (language: Language, more: object): Decision => ({
  id: 'form',
  slot: 'order-form',
  widget: 'prefill',
  props: { ...messagesIn(language).orderForm, site: 'key', may: 'yes', ...more },
});

const css = `${reserved} ${heightRules(definition, (height) => `[data-vitrina=order-form] { min-height: ${height}px }`)}
  form label, form > button { display: block; margin: 4px }`;

/** An order form that a framework watches; a card's number and a password among its fields. */
const form = (signed = '') => `<form action="/" id="order">
  <div data-vitrina="order-form" ${signed && `data-vitrina-signed="${signed}"`}></div>
  <label>Name <input name="name" autocomplete="name" required></label>
  <label>E-mail <input name="mail" type="email" autocomplete="email" required></label>
  <label>Telephone <input name="phone" type="tel" autocomplete="tel"></label>
  <label>Address <input name="street" autocomplete="shipping street-address"></label>
  <label>Country <select name="country" autocomplete="country"><option value="UA">Ukraine</option><option value="RO">Romania</option></select></label>
  <label>Card <input name="cc" autocomplete="cc-number"></label>
  <label>Note <input name="company" autocomplete="organization"></label>
  <label>Password <input name="password" type="password"></label>
  <button>Order</button>
</form>`;

const typed = {
  name: 'Olena Koval',
  mail: 'olena.koval@secret.example',
  phone: '+380441234567',
  street: 'Str. Mihai 4',
};

/** Opens the form. `told`: what the collector tells whoever is here; for a word of the shop's, where the page has one. */
async function open(told: (signed: string) => Prefilled, { page = stage.page, more = {}, signed = '' } = {}) {
  const { collector, shop } = stage;
  const language: Language = 'en';
  collector.reply((batch) => only(batch, decision(language, more)));
  const asked: string[] = [];
  collector.onCall((call, body) => {
    if (!call.endsWith('/v1/order-form')) return undefined;
    if (call.startsWith('POST')) asked.push(body);
    return told(body);
  });
  shop.file('/.css', css);
  shop.file(
    '/watch.js',
    "heard = []; addEventListener('input', ({ target }) => heard.push(target.name + '=' + target.value))",
  );
  await page.goto(shop.page('/', { head: `<script src="/watch.js"></script>${shop.tag()}`, body: form(signed) }));
  const box = page.locator('[data-vitrina=order-form]');
  await box.getByText('Remember this form').waitFor();
  return { box, asked, field: (name: string) => page.locator(`#order [name=${name}]`) };
}

/** Everything that the page sends, wherever to. */
function sentBy(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  return sent;
}

const unknown = (): Prefilled => ({ who: 'somebody', fields: [] });
const signedIn = (signed: string): Prefilled => ({
  who: 'anna',
  fields: [
    { field: 'name', hint: 'A•••', ...(signed && { value: 'Anna Petrenko' }) },
    { field: 'email', hint: 'a•••@e•••.com', ...(signed && { value: 'anna@example.com' }) },
    { field: 'country', hint: 'R•••', ...(signed && { value: 'Romania' }) },
  ],
});

/** What lies on the device, as a script of the page can read it. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const base = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('vitrina-order-form');
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onerror = () => done(null as never);
      opening.onsuccess = () => done(opening.result);
    });
    if (!base) return null;
    const box = await new Promise<{ key: CryptoKey; sealed: ArrayBuffer }>((done) => {
      const request = base.transaction('box').objectStore('box').get('box');
      request.onsuccess = () => done(request.result);
    });
    base.close();
    if (!box) return null;
    const exported = await Promise.allSettled(
      (['raw', 'jwk'] as const).map((format) => crypto.subtle.exportKey(format, box.key)),
    );
    return { text: new TextDecoder('latin1').decode(box.sealed), exported: exported.map(({ status }) => status) };
  });

test('what was typed is filled in on the same device alone, by the keyboard, and leaves it in no request', async () => {
  const { page, context, collector } = stage;
  const sent = sentBy(page);
  const first = await open(unknown);
  expect(await first.box.getByRole('button').count()).toBe(0);
  // Nothing is kept of whoever has not asked for it.
  for (const [name, words] of Object.entries(typed)) await first.field(name).fill(words);
  await first.field('cc').fill('4111 1111 1111 1111');
  // A card's number in a field that is for something else.
  await first.field('company').fill('4111-1111-1111-1111');
  await first.field('password').fill('correct horse');
  expect(await kept(page)).toBeNull();
  await first.box.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await first.field('country').selectOption('RO');
  await expect.poll(async () => (await kept(page))?.exported, { timeout: 5_000 }).toEqual(['rejected', 'rejected']);
  expect((await kept(page))?.text).not.toMatch(/Olena|secret|4123|Mihai|4111|horse/);

  const { box, field } = await open(unknown);
  await box.getByRole('button', { name: 'Fill in: Name' }).waitFor();
  expect(await box.locator('.offers button').allInnerTexts()).toEqual([
    ...['Name O•••', 'E-mail o•••@s•••.example', 'Telephone ••• 67', 'Address Str. M•••', 'Country R•••'],
  ]);
  expect(await field('name').inputValue()).toBe('');
  await box.getByRole('button', { name: 'Fill in: E-mail' }).focus();
  await page.keyboard.press('Enter');
  expect(await field('mail').inputValue()).toBe(typed.mail);
  expect(await page.evaluate('heard')).toEqual([`mail=${typed.mail}`]);
  // What the visitor types is theirs.
  await field('phone').fill('112');
  await box.getByRole('button', { name: 'Fill in all of it' }).press('Enter');
  await box.getByText('What you had entered yourself is as it was.').waitFor();
  const values = await page
    .locator('#order input:not([type=checkbox]), #order select')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  expect(values).toEqual([typed.name, typed.mail, '112', typed.street, 'RO', '', '', '']);

  for (const [width, scheme] of [
    [412, 'light'],
    [412, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    expect(await axeFindings(page, '[data-vitrina=order-form]')).toEqual([]);
  }
  // Another browser has nothing of it.
  const other = await context.browser()?.newContext();
  const stranger = await other?.newPage();
  if (!stranger) throw new Error('no other browser');
  const elsewhere = await open(unknown, { page: stranger });
  expect(await elsewhere.box.getByRole('button').count()).toBe(0);
  await other?.close();
  // Nor has another visitor of this one: they find it gone for good.
  await open(() => ({ who: 'somebody else', fields: [] }));
  await expect.poll(() => kept(page), { timeout: 5_000 }).toBeNull();

  const said = (await collector.until('order_form')).filter(({ name }) => name === 'order_form');
  expect(said[0]?.params).toMatchObject({
    fields: ['name', 'email', 'tel', 'street-address', 'country', 'organization'],
    others: ['cc'],
  });
  for (const one of sent) expect(one).not.toMatch(/Olena|secret\.example|441234567|Mihai|4111.?1111|horse/);
});

test('the shop’s own word fills in and makes the form shorter; hints alone ask to sign in; "not you?" takes all of it away', async () => {
  const { page, collector } = stage;
  const hinted = await open(signedIn);
  await hinted.box.getByText('You are known here. Sign in').waitFor();
  expect(await hinted.box.locator('.offers > span').allInnerTexts()).toEqual([
    ...['Name A•••', 'E-mail a•••@e•••.com', 'Country R•••'],
  ]);
  expect(hinted.asked).toEqual(['']);

  const { box, asked, field } = await open(signedIn, { signed: 'a.b.c', more: { shorter: 'yes' } });
  const all = box.getByRole('button', { name: 'Fill in all of it' });
  await all.waitFor();
  expect(asked).toEqual(['a.b.c']);
  expect(await page.evaluate(() => window.problems)).toEqual([]);
  await page.evaluate(() => {
    const shifts: boolean[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) =>
      shifts.push(...list.getEntries().map((entry) => 'hadRecentInput' in entry && entry.hadRecentInput === true)),
    ).observe({ type: 'layout-shift' });
  });
  await all.click();
  await box.getByText('Filled in, and put out of sight').waitFor();
  expect([await field('mail').isVisible(), await field('phone').isVisible()]).toEqual([false, true]);
  expect([await field('mail').inputValue(), await field('country').inputValue()]).toEqual(['anna@example.com', 'RO']);
  expect(await page.evaluate(() => document.querySelector('form')?.checkValidity())).toBe(true);
  // The shop finds something wrong with it: it is there again to be mended.
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('[name=mail]');
    field?.setCustomValidity('No such address.');
    field?.form?.requestSubmit();
  });
  await field('mail').waitFor();
  await page.evaluate(() => document.querySelector<HTMLInputElement>('[name=mail]')?.setCustomValidity(''));
  await all.click();
  await field('mail').waitFor({ state: 'hidden' });
  await box.getByRole('button', { name: 'Show all fields' }).click();
  await field('mail').waitFor();

  await field('name').fill('Somebody else');
  await box.getByRole('button', { name: 'Not you?' }).click();
  await box.getByText('Forgotten. Nothing of it is on this device').waitFor();
  expect([await field('mail').inputValue(), await field('name').inputValue()]).toEqual(['', 'Somebody else']);
  await collector.until('logout');
  // What moved, moved since the visitor pressed something.
  expect(await page.evaluate('shifts.every(Boolean)')).toBe(true);
  await page.evaluate(() => {
    window.problems = window.problems.filter((one) => !one.startsWith('shift'));
  });
});

test('whoever has refused finds nothing, and what the device had kept is gone', async () => {
  const { page } = stage;
  const { box, field } = await open(unknown);
  await field('name').fill('Olena Koval');
  await box.getByRole('checkbox').check();
  await expect.poll(() => kept(page), { timeout: 5_000 }).not.toBeNull();
  stage.collector.reply((batch) => only(batch, decision('en', { may: 'no' })));
  await page.reload();
  await expect.poll(() => kept(page), { timeout: 5_000 }).toBeNull();
  expect(await page.locator('[data-vitrina=order-form]').getByRole('checkbox').count()).toBe(0);
});

test.each(['uk', 'ro', 'ru'] as const)('its words fit on a narrow phone in %s', async (language) => {
  const { page, collector, shop } = stage;
  await page.setViewportSize({ width: 320, height: 640 });
  collector.reply((batch) => only(batch, decision(language, {})));
  collector.onCall((call) => (call.endsWith('/v1/order-form') ? signedIn('signed') : undefined));
  shop.file('/.css', css);
  await page.goto(shop.page('/', { body: form('a.b.c') }));
  const box = page.locator('[data-vitrina=order-form]');
  await box.getByText(messagesIn(language).orderForm.fillAll, { exact: true }).waitFor();
  const cut = await box.evaluate(({ shadowRoot, scrollWidth, clientWidth }) => {
    const over = [...(shadowRoot?.querySelectorAll('section, p, .do, button') ?? [])].filter(
      (one) =>
        one.scrollWidth > one.clientWidth + 1 || (!one.matches('button') && one.scrollHeight > one.clientHeight + 1),
    );
    return [scrollWidth - clientWidth, ...over.map((one) => one.outerHTML)];
  });
  expect(cut).toEqual([0]);
});
