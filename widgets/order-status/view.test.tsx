// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { View } from './view.tsx';

const props = {
  ...{
    title: 'Your order …7001',
    status: 'On its way since 3 March.',
    expected: 'It should be there by 6 March.',
    late: '',
  },
  ...{ products: 'Red mug', stages: 'Ordered\nOn its way\nDelivered', reached: '2' },
};

test('how far it is, is said to whoever does not see it', () => {
  render(View(props), document.body);
  const steps = [...document.querySelectorAll('li')].map((step) => [
    step.textContent,
    step.className,
    step.getAttribute('aria-current'),
  ]);
  expect(steps).toEqual([
    ['Ordered', 'done', null],
    ['On its way', 'done', 'step'],
    ['Delivered', '', null],
  ]);
});

test('of a cancelled one there are no steps, and of none nothing', () => {
  render(View({ ...props, stages: '', reached: '0', status: 'Cancelled on 4 March.' }), document.body);
  expect(document.querySelector('ol')).toBeNull();
  expect(View({ ...props, status: '' })).toBeNull();
});
