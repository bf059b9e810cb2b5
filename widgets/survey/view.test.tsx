// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { fill } from '../fill.ts';
import { survey } from './definition.ts';
import { readOne, View } from './view.tsx';

beforeEach(() => render(null, document.body));

const choices = ['1', '2'].map((value) => ({ value, words: value }));
const scale = { key: 'ease', type: 'scale', words: 'How easy was it?', choices, ends: ['hard', 'easy'] };
const why = { key: 'why', type: 'text', words: 'Why?', choices: [], only: { key: 'ease', values: ['1'] } };
const words = { title: 'Survey', send: 'Send', later: 'Not now', skip: 'Skip', thanks: 'Thanks', putOff: 'Later' };

function ask(...questions: object[]) {
  const said: unknown[] = [];
  document.body.addEventListener('say', (event) => said.push((event as CustomEvent).detail));
  render(<View {...fill(survey, { ...words, questions }, readOne)} />, document.body);
  return said;
}

const button = (label: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
/** Preact draws anew in a microtask. */
const drawn = () => new Promise((done) => setTimeout(done));
const heading = () => document.querySelector('h2')?.textContent;
const names = () => [...document.querySelectorAll('input')].map((one) => one.getAttribute('aria-label'));

test('the ends of a scale say what they mean, and nothing is sent before a step is chosen', async () => {
  const said = ask(scale);
  expect(names()).toEqual(['1, hard', '2, easy']);
  button('Send')?.click();
  await drawn();
  expect([said, heading()]).toEqual([[], 'How easy was it?']);
});

test('an answer leads to the question that goes by it, which can be skipped without a word', async () => {
  const said = ask(scale, why);
  document.querySelector('input')?.click();
  button('Send')?.click();
  await drawn();
  expect([heading(), button('Not now')]).toEqual(['Why?', undefined]);
  button('Skip')?.click();
  await drawn();
  expect([heading(), said]).toEqual(['Thanks', [['answer', { question: 'ease', answer: '1' }]]]);
});

test('another answer does not', async () => {
  ask(scale, why);
  [...document.querySelectorAll('input')].at(-1)?.click();
  button('Send')?.click();
  await drawn();
  expect(heading()).toBe('Thanks');
});

test.each([{ ends: ['hard'] }, { ends: 7 }, { only: { key: 3 } }, { only: null }])(
  'what it is told wrongly is left out: %j',
  (wrong) => {
    expect(readOne({ ...scale, ends: undefined, ...wrong })).toEqual([{ ...scale, ends: undefined, only: undefined }]);
  },
);

test('without a question the shop’s own content stays', () => {
  expect(View({ ...words, questions: [] })).toBeNull();
});
