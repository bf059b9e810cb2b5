// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fill } from '../fill.ts';
import { yourData as definition, type Me } from './definition.ts';
import { View } from './view.tsx';

/** Each word of the widget is its own name. */
const words = fill(definition, Object.fromEntries(Object.keys(definition.fields).map((name) => [name, name])));

const me: Me = {
  scope: 'device',
  sections: [{ title: 'Your visits', lines: ['3 visits', '<b>Phone</b>'] }],
  answers: [
    {
      key: 'drink',
      type: 'choice',
      words: 'What do you drink?',
      choices: [
        { value: 'tea', words: 'Tea' },
        { value: 'coffee', words: 'Coffee' },
      ],
      value: 'tea',
      said: 'Tea',
      when: 'today',
    },
  ],
  canWithdraw: true,
};

/** What the page asked of the collector, and what it said. */
let asked: string[] = [];
let said: unknown[] = [];
let hearing = new AbortController();
let answer: () => Response = () => Response.json(me);

beforeEach(() => {
  [asked, said, answer] = [[], [], () => Response.json(me)];
  vi.stubGlobal(
    'fetch',
    async (address: URL, { method, headers }: RequestInit & { headers: Record<string, string> }) => {
      asked.push([method, address.pathname, address.search, headers.authorization].filter(Boolean).join(' '));
      return answer();
    },
  );
  render(null, document.body);
  const hear = (event: Event) => said.push((event as CustomEvent).detail);
  hearing = new AbortController();
  for (const type of ['say', 'vitrina:consent']) document.body.addEventListener(type, hear, hearing);
});

afterEach(() => {
  hearing.abort();
  vi.unstubAllGlobals();
  localStorage.clear();
});

/** Preact draws anew in a microtask, after what was asked is there. */
const drawn = () => new Promise((done) => setTimeout(done, 5));
const show = async () => {
  render(<View {...words} />, document.body);
  await drawn();
};
const shown = () => document.body.textContent ?? '';
const press = async (name: string) => {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (!button) throw new Error(`no button "${name}" in ${shown()}`);
  button.click();
  await drawn();
};

test('what is known is asked with the token that lies on the device, and shown as text', async () => {
  localStorage.setItem('vitrina', 'v.1.sig');
  await show();
  expect(asked).toEqual(['GET /v1/me ?site=site&language=language Bearer v.1.sig']);
  expect(shown()).toContain('<b>Phone</b>');
  expect(document.querySelector('b')?.textContent).toBe('Tea');
});

test('an answer is corrected where it stands, by the event that told it', async () => {
  await show();
  await press('change');
  expect(document.activeElement?.tagName).toBe('FORM');
  const [, coffee] = document.querySelectorAll('input');
  coffee?.click();
  await press('save');
  expect(said).toContainEqual(['answer', { question: 'drink', answer: 'coffee' }]);
  expect([shown().includes('saved'), document.querySelector('b')?.textContent]).toEqual([true, 'Coffee']);
  expect(document.activeElement?.textContent).toBe('change');
});

test('an answer that is taken back is gone', async () => {
  await show();
  await press('change');
  await press('takeBack');
  expect(said).toContainEqual(['answer', { question: 'drink', answer: null }]);
  expect(shown()).not.toContain('What do you drink?');
});

test('nothing is erased without a second thought; then the device forgets, too', async () => {
  localStorage.setItem('vitrina', 'v.1.sig');
  await show();
  await press('erase');
  expect(shown()).toContain('sureErase');
  await press('keep');
  expect([asked.length, shown().includes('sureErase')]).toEqual([1, false]);
  await press('erase');
  answer = () => new Response(null, { status: 204 });
  await press('erase');
  expect(asked.at(-1)).toBe('DELETE /v1/me ?site=site Bearer v.1.sig');
  expect([shown().includes('erased'), localStorage.getItem('vitrina')]).toEqual([true, null]);
  expect(shown()).not.toContain('Tea');
});

test('consent is withdrawn through the snippet, and the shop hears of it', async () => {
  await show();
  await press('withdraw');
  await press('withdraw');
  const none = { statistics: false, personalisation: false, marketing: false };
  expect(said).toEqual([['consent', none], none]);
  expect([asked.length, shown().includes('withdrawn')]).toEqual([1, true]);
});

test('of a person who must sign in first there is nothing to take along or to erase', async () => {
  answer = () => Response.json({ scope: 'sign-in', sections: [], answers: [], canWithdraw: false } satisfies Me);
  await show();
  expect([shown().includes('signIn'), document.querySelectorAll('button').length]).toEqual([true, 0]);
});

test.each([
  ['refused', 500, 'failed'],
  ['for a token that opens nothing any more', 401, 'nobody'],
])('an answer that is %s is told', async (_, status, word) => {
  answer = () => new Response('{}', { status });
  await show();
  expect(shown()).toContain(word);
  expect(document.querySelectorAll('button')).toHaveLength(0);
});

test('what cannot be erased now stays, and says so', async () => {
  await show();
  await press('erase');
  answer = () => new Response('{}', { status: 429 });
  await press('erase');
  expect([shown().includes('failed'), shown().includes('Tea')]).toEqual([true, true]);
});

test('without a shop the page’s own content stays', () => {
  expect(View({ ...words, site: '' })).toBeNull();
});
