// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { View } from './view.tsx';

const none = { title: '', text: '', gift: '', forAnother: '' };

beforeEach(() => render(null, document.body));

test('title and text stand as text', () => {
  render(<View {...none} title="Hello <b>Anna</b>" text="Welcome back" />, document.body);
  const section = document.querySelector('section');
  expect(section?.getAttribute('aria-label')).toBe('Hello <b>Anna</b>');
  expect([...(section?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
    'Hello <b>Anna</b>',
    'Welcome back',
  ]);
});

test('one of both is enough, none is nothing', () => {
  render(<View {...none} text="Welcome back" />, document.body);
  expect(document.querySelector('section')?.getAttribute('aria-label')).toBe('Welcome back');
  expect(document.querySelector('h2')).toBeNull();
  expect(View(none)).toBeNull();
});

test('the switch says what it is, whether it is on, and what it is turned to', () => {
  const said: unknown[] = [];
  const hear = (event: Event) => event instanceof CustomEvent && said.push(event.detail);
  document.body.addEventListener('say', hear);
  const button = () => document.querySelector('button');
  for (const forAnother of ['', 'yes']) {
    render(<View {...none} title="Hello" gift="For somebody else" forAnother={forAnother} />, document.body);
    expect(button()?.textContent).toBe('For somebody else');
    expect(button()?.getAttribute('aria-pressed')).toBe(String(forAnother !== ''));
    button()?.click();
  }
  document.body.removeEventListener('say', hear);
  expect(said).toEqual([
    ['gift', { on: true }],
    ['gift', { on: false }],
  ]);
});
