import { expect, test } from 'vitest';
import type { Question } from '../questions/question.ts';
import { lineOf, toldInRows } from './told-in-rows.ts';

const interests: Question = {
  key: 'interests',
  type: 'several',
  words: { en: 'What do you like?' },
  choices: ['news', 'gifts'].map((value) => ({ value, words: { en: value } })),
};

/** What these rows tell, and what is refused of them. */
async function told(...rows: Record<string, string>[]) {
  const refused: ReturnType<typeof lineOf>[] = [];
  async function* numbered() {
    for (const [index, row] of rows.entries()) yield { line: index + 2, row };
  }
  const context = { source: 'crm', questions: new Map([['interests', interests]]), now: Date.UTC(2026, 10, 21) };
  const all = [];
  for await (const { events } of toldInRows(numbered(), context, (row) => refused.push(lineOf(row))))
    all.push(...events);
  return { events: all, refused };
}

test('a row tells of one person what its columns say, in the words of the questions or with a type', async () => {
  const { events, refused } = await told({
    ...{
      customer_id: '42',
      time: '2026-11-20T10:00:00Z',
      interests: 'gifts; news',
      tier: 'gold',
      'employees:number': '12,5',
    },
    'member:yes_no': 'yes',
    unsaid: ' ',
  });
  expect(refused).toEqual([]);
  expect(events).toMatchObject([
    {
      ...{ visitor: 'customer-42', name: 'told', about: 'customer:42', at: Date.UTC(2026, 10, 20, 10) },
      facts: [
        { trait: 'interests', value: 'news,gifts', source: 'crm' },
        { trait: 'tier', value: 'gold', source: 'crm' },
        { trait: 'employees', value: '12.5', source: 'crm' },
        { trait: 'member', value: 'yes', source: 'crm' },
      ],
    },
  ]);
});

test('the same row is the same fact, another one is another', async () => {
  const row = { email: 'Anna@E.example', tier: 'gold' };
  const { events } = await told(row, row, { ...row, tier: 'blue' });
  expect(new Set(events.map(({ id }) => id)).size).toBe(2);
  expect(events[0]?.about).toBe('email:anna@e.example');
});

test.each([
  [{ tier: 'gold' }, 'customer: say whom it is about: customer, email or phone'],
  [{ customer: '1', interests: 'wine' }, 'traits.interests: "interests" is answered with a list of news, gifts'],
  [{ customer: '1', 'age:many': '3' }, 'traits.age: no question of the shop'],
  [{ customer: '1', time: 'yesterday', tier: 'gold' }, 'time: "yesterday" is no time'],
  [{ customer: '1', tier: '' }, 'traits: it says nothing'],
])('a row that cannot be kept is refused alone: %j', async (row, reason) => {
  const { events, refused } = await told(row, { customer: '2', tier: 'gold' });
  expect(events).toHaveLength(1);
  expect(refused).toEqual([{ line: 2, reason: expect.stringContaining(reason) }]);
});
