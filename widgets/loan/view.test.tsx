// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { View } from './view.tsx';

beforeEach(() => render(null, document.body));

const props = {
  ...{ title: 'In instalments', text: 'A loan of Example Bank.', unit: 'Months', months: '3\n12' },
  ...{ terms: '3 months\n12 months', monthly: '€34.00 a month\n€8.88 a month', parts: '3 × €34.00\n12 × €8.88' },
  total: '€102.00 in all\n€106.61 in all',
};

const drawn = () => new Promise((done) => setTimeout(done));
const radios = () => [...document.querySelectorAll('input')];
const paid = () => [...document.querySelectorAll('output > *')].map(({ textContent }) => textContent);

test('another term is another instalment, said to whoever listens, and told once', async () => {
  const said: unknown[] = [];
  document.body.addEventListener('say', (event) => said.push((event as CustomEvent).detail));
  render(<View {...props} />, document.body);
  expect(radios().map((one) => [one.getAttribute('aria-label'), one.checked])).toEqual([
    ['3 months', true],
    ['12 months', false],
  ]);
  expect(document.querySelector('legend')?.textContent).toBe('Months');
  expect(paid()).toEqual(['€34.00 a month', '3 × €34.00', '€102.00 in all']);
  radios()[1]?.click();
  await drawn();
  expect(paid()).toEqual(['€8.88 a month', '12 × €8.88', '€106.61 in all']);
  radios()[0]?.click();
  await drawn();
  expect(paid()[0]).toBe('€34.00 a month');
  expect(said).toEqual([['slot_click']]);
});

test('with another price it begins anew', async () => {
  render(<View {...props} />, document.body);
  radios()[1]?.click();
  await drawn();
  render(<View {...props} monthly={'€68.00 a month\n€17.77 a month'} />, document.body);
  expect(paid()[0]).toBe('€68.00 a month');
  expect(radios().map(({ checked }) => checked)).toEqual([true, false]);
});

test('without a price the shop’s own content stays', () => {
  render(<View {...props} monthly="" />, document.body);
  expect(document.body.innerHTML).toBe('');
});
