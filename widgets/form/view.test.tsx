// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import type { Asked } from '../define.ts';
import { fill } from '../fill.ts';
import { readQuestion } from '../read-question.ts';
import { form } from './definition.ts';
import { View } from './view.tsx';

beforeEach(() => render(null, document.body));

const choices = [
  { value: 'tea', words: 'Tea' },
  { value: 'coffee', words: '<b>Coffee</b>' },
];
const ofChoice: Asked = { key: 'drink', type: 'choice', words: 'What do you drink?', choices };
const ofSeveral: Asked = { ...ofChoice, key: 'drinks', type: 'several' };
const ofDate: Asked = { key: 'birthday', type: 'date', words: 'When is your birthday?', choices: [] };

/** Draws these questions; what is said meanwhile. */
function ask(...questions: Asked[]) {
  const said: unknown[] = [];
  document.body.addEventListener('say', (event) => said.push((event as CustomEvent).detail));
  render(
    <View questions={questions} send="Send" later="Not now" thanks="Thank you!" putOff="Another time." />,
    document.body,
  );
  return said;
}

const heading = () => document.querySelector('h2')?.textContent;
const button = (words: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words);
/** Preact draws anew in a microtask. */
const drawn = () => new Promise((done) => setTimeout(done));

test('a choice is told by one press, and the next question takes its place and the focus', async () => {
  const said = ask(ofChoice, ofDate);
  expect(heading()).toBe('What do you drink?');
  button('<b>Coffee</b>')?.click();
  await drawn();
  expect(said).toEqual([['answer', { question: 'drink', answer: 'coffee' }]]);
  expect(heading()).toBe('When is your birthday?');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('When is your birthday?');
});

test('several are ticked and sent together; none is no answer', async () => {
  const said = ask(ofSeveral);
  button('Send')?.click();
  await drawn();
  expect([said, heading()]).toEqual([[], 'What do you drink?']);
  for (const box of document.querySelectorAll('input')) box.click();
  button('Send')?.click();
  await drawn();
  expect(said).toEqual([['answer', { question: 'drinks', answer: ['tea', 'coffee'] }]]);
  expect([heading(), document.querySelector('section')?.getAttribute('role')]).toEqual(['Thank you!', 'status']);
});

test('what is typed is told as it stands', async () => {
  const said = ask(ofDate);
  const field = document.querySelector('input');
  if (!field) throw new Error('nothing to type in');
  expect([field.type, field.required]).toEqual(['date', true]);
  field.value = '1990-02-28';
  button('Send')?.click();
  await drawn();
  expect(said).toEqual([['answer', { question: 'birthday', answer: '1990-02-28' }]]);
});

test('“not now” is told once, with the question, and nothing more is asked', async () => {
  const said = ask(ofChoice, ofDate);
  button('Not now')?.click();
  await drawn();
  expect(said).toEqual([['slot_dismiss', { question: 'drink' }]]);
  expect([heading(), document.querySelector('button')]).toEqual(['Another time.', null]);
  expect(document.activeElement?.getAttribute('role')).toBe('status');
});

test('without a question the shop’s own content stays', () => {
  expect(
    View({ questions: [], send: 'Send', later: 'Not now', thanks: 'Thank you!', putOff: 'Another time.' }),
  ).toBeNull();
});

test.each([null, {}, { ...ofChoice, choices: [] }, { ...ofDate, type: 'file' }, { ...ofDate, words: 7 }])(
  'a question that cannot be answered is left out: %j',
  (wrong) => {
    expect(fill(form, { questions: [wrong, ofDate] }, readQuestion).questions).toEqual([ofDate]);
  },
);
