import { describe, expect, test } from 'vitest';
import { checkPage } from './check-page.ts';
import { allows } from './content-policy.ts';

const tag = '<script async src="https://v.shop.example/v.js" data-site="KEY"></script>';
const url = new URL('https://www.shop.example/');
const check = (html: string, words: { policies?: string[]; styles?: string; status?: number } = {}) =>
  checkPage({ url, status: 200, policies: [], styles: '', html, ...words }, 'KEY');
const wrong = (...words: Parameters<typeof check>) =>
  check(...words)
    .filter(({ ok }) => ok === false)
    .map(({ text }) => text);

describe('a page', () => {
  test.each([
    ['with the tag', tag, {}],
    ['with its key behind the address', '<script src="https://v.shop.example/v.js?site=KEY"></script>', {}],
    [
      'with a slot whose place its own style keeps',
      `${tag}<div data-vitrina="home" style="min-height: 300px"></div>`,
      {},
    ],
    [
      'with a slot of which a stylesheet knows',
      `${tag}<div data-vitrina="home"></div>`,
      { styles: '[data-vitrina="home"] { display: flow-root; min-height: 9px }' },
    ],
    [
      'with a policy that names us',
      tag,
      { policies: ["default-src 'self'; script-src https://v.shop.example; connect-src *.shop.example"] },
    ],
    ['with a second tag in a comment', `${tag}<!-- ${tag} -->`, {}],
  ])('%s is right', (_, html, words) => {
    expect(wrong(html, words)).toEqual([]);
  });

  test.each([
    ['without the tag', '<script src="/other.js"></script>', {}, /not in the source/],
    ['with two tags', tag + tag, {}, /2 times/],
    ['with another key', tag.replace('KEY', 'OTHER'), {}, /OTHER; the shop’s is KEY/],
    ['without a key', tag.replace(' data-site="KEY"', ''), {}, /no data-site/],
    ['that is missing', tag, { status: 404 }, /answers 404/],
    ['whose policy forbids the script', tag, { policies: ["script-src 'self'"] }, /to script-src/],
    ['whose policy forbids to send', tag, { policies: ["connect-src 'self'"] }, /to connect-src/],
    [
      'whose element forbids it',
      `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">${tag}`,
      {},
      /to script-src/,
    ],
    [
      'with a slot that will push the rest down',
      `${tag}<div data-vitrina="home"></div>`,
      { styles: '[data-vitrina="cart"] { min-height: 9px }' },
      /slot "home" has no height/,
    ],
  ])('%s is not', (_, html, words, reason) => {
    expect(wrong(html, words)).toEqual([expect.stringMatching(reason)]);
  });

  test('with a tag manager alone may be right', () => {
    expect(check('<script src="https://www.googletagmanager.com/gtm.js?id=1"></script>')[1]).toMatchObject({
      ok: null,
    });
  });
});

test.each([
  ['', true],
  ["default-src 'none'", false],
  ["default-src 'none'; script-src https:", true],
  ["script-src 'self'; script-src-elem https://v.shop.example", true],
  ['script-src https://v.shop.example:8443', false],
  ['script-src *.shop.example', true],
  ['script-src *.evil.example', false],
  ["script-src 'nonce-abc'", true],
  ["script-src https://v.shop.example 'strict-dynamic'", false],
  ["script-src 'strict-dynamic' 'nonce-abc'", true],
  ["script-src *, script-src 'self'", false],
])('the policy "%s" lets the script load: %s', (policy, expected) => {
  const wanted = { origin: 'https://v.shop.example', page: url.origin, nonce: 'abc' };
  expect(allows([policy], { ...wanted, directive: 'script-src-elem' })).toBe(expected);
});
