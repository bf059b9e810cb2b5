// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { fill } from '../fill.ts';
import { coupon as definition } from './definition.ts';
import { Coupon, type Find, View } from './view.tsx';

beforeEach(() => render(null, document.body));

const words = fill(definition, {
  ...{ title: 'A gift for regulars', text: 'Ten percent.', site: 'shop', decision: 'd.0.regulars.a' },
  ...{ show: 'Show my code', yours: 'Your code', copy: 'Copy', copied: 'Copied', none: 'None left', failed: 'Failed' },
});

/** Draws a coupon whose code is found so; what is said meanwhile. */
function draw(find: Find, code = '') {
  const said: unknown[] = [];
  document.body.addEventListener('say', (event) => said.push((event as CustomEvent).detail));
  render(<Coupon {...words} code={code} find={find} />, document.body);
  return said;
}

const texts = () => [...document.querySelectorAll('output,button,small')].map(({ textContent }) => textContent);
const drawn = () => new Promise((done) => setTimeout(done));
const press = async () => {
  document.querySelector('button')?.click();
  await drawn();
};

test('a code of one’s own is asked for when it is wanted, and takes the focus', async () => {
  const asked: object[] = [];
  const said = draw(async ({ decision, site }) => {
    asked.push({ decision, site });
    return 'REG-7F3K';
  });
  expect([texts(), asked]).toEqual([['Show my code', ''], []]);
  await press();
  expect(asked).toEqual([{ decision: 'd.0.regulars.a', site: 'shop' }]);
  expect(texts()).toEqual(['REG-7F3K', 'Copy', '']);
  expect(said).toEqual([['slot_click']]);
  expect(document.activeElement?.tagName).toBe('OUTPUT');
  await press();
  expect(await navigator.clipboard.readText()).toBe('REG-7F3K');
  expect(texts()).toEqual(['REG-7F3K', 'Copy', 'Copied']);
});

test('a code for everybody is in sight at once, and copying it is the click', async () => {
  const said = draw(() => Promise.reject(new Error('it is not asked for')), 'SUMMER10');
  expect(texts()).toEqual(['SUMMER10', 'Copy', '']);
  await press();
  expect(said).toEqual([['slot_click']]);
});

test('where none is left, or nobody answers, it says so and can be tried again', async () => {
  const answers: (string | null)[] = [null, 'LATE-1'];
  draw(async () => {
    const answer = answers.shift();
    if (answer === undefined) throw new Error('offline');
    return answer;
  });
  await press();
  expect(texts()).toEqual(['Show my code', 'None left']);
  await press();
  expect(texts()).toEqual(['LATE-1', 'Copy', '']);
  render(null, document.body);
  draw(() => Promise.reject(new Error('offline')));
  await press();
  expect(texts()).toEqual(['Show my code', 'Failed']);
});

test('without words the shop’s own content stays', () => {
  expect(View({ ...words, title: '', text: '' })).toBeNull();
});
