// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import type { PropsOf } from '../define.ts';
import type { alert } from './definition.ts';
import { View } from './view.tsx';

beforeEach(() => render(null, document.body));

const props: PropsOf<typeof alert> = {
  ...{ title: 'Tell me when it costs less', items: [], product: 'LAMP', of: 'price', isWaiting: '' },
  ...{ email: 'Your e-mail address', send: 'Tell me by e-mail', agree: 'One letter.', visit: 'At my next visit' },
  ...{ waits: 'You will be told.', withdraw: 'Never mind', withdrawn: 'All right.' },
};

function draw(more: Partial<typeof props> = {}) {
  const said: unknown[] = [];
  document.body.addEventListener('say', (event) => said.push((event as CustomEvent).detail));
  render(<View {...props} {...more} />, document.body);
  return said;
}

const button = (label: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
const drawn = () => new Promise((done) => setTimeout(done));
const status = () => document.querySelector('[role=status]')?.textContent;

test('an address is sent with the words that were agreed to, and can be taken back at once', async () => {
  const said = draw();
  const field = document.querySelector('input');
  if (!field) throw new Error('nowhere to write');
  expect([field.type, field.required, field.getAttribute('aria-describedby')]).toEqual(['email', true, 'agree']);
  field.value = ' anna@example.com ';
  button('Tell me by e-mail')?.click();
  await drawn();
  expect(status()).toBe('You will be told.');
  button('Never mind')?.click();
  await drawn();
  const about = { item_id: 'LAMP', of: 'price' };
  expect(said).toEqual([
    ['product_alert', { ...about, on: true, email: 'anna@example.com', agreed: 'One letter.' }],
    ['product_alert', { ...about, on: false }],
  ]);
  expect([status(), document.querySelector('button')]).toEqual(['All right.', null]);
});

test('without an address it is said at the next visit', async () => {
  const said = draw({ email: '', send: '', agree: '' });
  expect(document.querySelector('input')).toBeNull();
  button('At my next visit')?.click();
  await drawn();
  expect(said).toEqual([['product_alert', { item_id: 'LAMP', of: 'price', on: true }]]);
});

test('who waits already is not asked again', () => {
  draw({ isWaiting: 'yes' });
  expect([status(), button('Never mind') !== undefined]).toEqual(['You will be told.', true]);
});

test('what has come to be so is a list; without one the shop’s own content stays', () => {
  const card = {
    id: 'L',
    name: 'Lamp',
    url: 'https://www.shop.example/l',
    image: null,
    price: '€30.00',
    reason: 'Now',
  };
  draw({ product: '', items: [card] });
  expect(document.querySelector('a')?.dataset.item).toBe('L');
  expect(View({ ...props, product: '', items: [] })).toBeNull();
});
