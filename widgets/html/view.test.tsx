// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { View } from './view.tsx';

beforeEach(() => render(null, document.body));

function drawn(pieces: unknown) {
  const text = typeof pieces === 'string' ? pieces : JSON.stringify(pieces);
  render(View({ title: 'Own', pieces: text, high: '240', narrowHigh: '' }), document.body);
  return document.body.querySelector('section')?.innerHTML ?? null;
}

test('pieces become elements, with their own attributes alone', () => {
  expect(drawn([['p', { class: 'row center', lang: 'uk' }, 'a ', ['a', { href: '/sale' }, 'b'], ['br', {}]]])).toBe(
    '<p class="row center" lang="uk">a <a href="/sale">b</a><br></p>',
  );
  expect(document.querySelector('section')?.style.getPropertyValue('--high')).toBe('240px');
  expect(document.querySelector('section')?.style.getPropertyValue('--narrow')).toBe('260px');
});

test.each([
  [[['script', {}, 'alert(1)']]],
  [[['svg', { onload: 'alert(1)' }]]],
  [[['constructor', {}]]],
  [[[['p'], {}]]],
  [[{ tag: 'p' }]],
  ['no JSON'],
  [null],
  [[]],
])('of %j nothing is drawn', (pieces) => {
  expect(drawn(pieces)).toBeNull();
});

test('nor any attribute that does something', () => {
  const bad = {
    onclick: 'x()',
    onClick: 'x()',
    style: 'x',
    dangerouslySetInnerHTML: { __html: '<b>x</b>' },
    ref: 'x',
    key: 'x',
  };
  expect(drawn([['p', bad, 'a']])).toBe('<p>a</p>');
  for (const href of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:x',
    '//evil.example',
    '/\\evil',
    'data:x',
  ])
    expect(drawn([['a', { href }, 'a']])).toBe('<a>a</a>');
  expect(drawn([['img', { src: 'http://x.example/a.png', srcset: 'x' }]])).toBe('<img loading="lazy" alt="">');
  expect(drawn([['p', { class: 'row hero' }, 'a']])).toBe('<p>a</p>');
});

test('a link that is opened is told of', () => {
  const said: unknown[] = [];
  document.body.addEventListener('say', (event) => said.push((event as CustomEvent).detail[0]));
  drawn([['a', { href: '#x' }, 'a']]);
  document.querySelector('a')?.click();
  expect(said).toEqual(['slot_click']);
});
