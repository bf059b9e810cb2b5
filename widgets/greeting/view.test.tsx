// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { View } from './view.tsx';

beforeEach(() => render(null, document.body));

test('title and text stand as text', () => {
  render(<View title="Hello <b>Anna</b>" text="Welcome back" />, document.body);
  const section = document.querySelector('section');
  expect(section?.getAttribute('aria-label')).toBe('Hello <b>Anna</b>');
  expect([...(section?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
    'Hello <b>Anna</b>',
    'Welcome back',
  ]);
});

test('one of both is enough, none is nothing', () => {
  render(<View title="" text="Welcome back" />, document.body);
  expect(document.querySelector('section')?.getAttribute('aria-label')).toBe('Welcome back');
  expect(document.querySelector('h2')).toBeNull();
  expect(View({ title: '', text: '' })).toBeNull();
});
