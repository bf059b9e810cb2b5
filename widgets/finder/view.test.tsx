// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import type { Finding } from './definition.ts';
import { Finder, View } from './view.tsx';

beforeEach(() => render(null, document.body));

const words = {
  ...{
    site: 's',
    finder: 'gifts',
    language: 'en',
    cart: '["B"]',
    title: 'Find a gift',
    skip: 'No matter',
    progress: 'Question 1 of 2',
  },
  ...{ status: 'Hint', back: 'Back', next: 'Go on', restart: 'Start again', done: 'That was all.', failed: 'Failed.' },
};
const choices = ['red', 'blue'].map((value) => ({ value, words: `<b>${value}</b>` }));
const colour = { key: 'colour', type: 'several', words: 'Which colour?', choices } as const;
const price = { ...colour, key: 'price', type: 'choice', words: 'How much?' } as const;
const item = { id: 'A', name: 'Mug', url: '/mug', image: null, price: '£2', reason: 'Fits: red', but: 'Not: cheap' };
const found: Finding = { question: price, skip: '', progress: 'Question 2 of 2', status: '1 fits.', items: [item] };

/** Draws a finder that finds these, one after the other; what it was asked, and what was said meanwhile. */
function draw(...findings: (Finding | null)[]) {
  const asked: unknown[] = [];
  const said: unknown[] = [];
  document.body.addEventListener('say', (event) => said.push((event as CustomEvent).detail));
  const find = async (answers: unknown) => {
    asked.push(answers);
    const next = findings.shift();
    if (!next) throw new Error('out of reach');
    return next;
  };
  render(<Finder {...words} questions={[colour]} find={find} />, document.body);
  return { asked, said };
}

const press = async (words: string) => {
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words)?.click();
  await new Promise((done) => setTimeout(done, 5));
};
const heading = () => document.querySelector('h3')?.textContent;

test('an answer brings products, each with what it fits and what not, and the next question with the focus', async () => {
  const { asked, said } = draw(found, { ...found, question: null, items: [] });
  expect([heading(), document.querySelector('li')]).toEqual(['Which colour?', null]);
  await press('Go on');
  expect(asked).toEqual([]);
  for (const box of document.querySelectorAll('input')) box.click();
  await press('Go on');
  expect(asked).toEqual([{ colour: ['red', 'blue'] }]);
  expect(said).toEqual([['answer', { question: 'gifts_colour', answer: ['red', 'blue'] }]]);
  expect([heading(), document.activeElement?.textContent]).toEqual(['How much?', 'How much?']);
  expect([...(document.querySelector('li > a')?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
    ...['', 'Mug', '£2', 'Fits: red', 'Not: cheap'],
  ]);
  expect(document.querySelector('[role=status]')?.textContent).toBe('1 fits.');
  await press('<b>blue</b>');
  expect(asked[1]).toEqual({ colour: ['red', 'blue'], price: ['blue'] });
  expect(heading()).toBe('That was all.');
});

test('a question is passed over, taken back, and all is begun anew; nothing of it is told as an answer', async () => {
  const first: Finding = { ...found, question: colour, skip: 'No matter', items: [] };
  const { asked, said } = draw(found, first, found, first);
  await press('No matter');
  await press('Back');
  await press('No matter');
  await press('Start again');
  expect(asked).toEqual([{ colour: [] }, {}, { colour: [] }, {}]);
  expect(said).toEqual([]);
});

test('what cannot be reached says so, and the question stays', async () => {
  draw(null);
  await press('No matter');
  expect([heading(), document.querySelector('[role=status]')?.textContent]).toEqual(['Which colour?', 'Failed.']);
});

test('a product that cannot be opened is left out, and without a question the shop’s own content stays', async () => {
  draw({ ...found, items: [{ ...item, url: 'javascript:alert(1)' }] });
  await press('No matter');
  expect(document.querySelector('li')).toBeNull();
  expect(View({ ...words, questions: [] })).toBeNull();
});
