import fc from 'fast-check';
import { expect, test } from 'vitest';
import { believed, factKey, factsOf, type SourceRule } from './believed.ts';
import { emptyProfile, type Profile } from './profile.ts';
import { traitsOf } from './read.ts';

const day = 86_400_000;
const now = 1_000 * day;
const rules: SourceRule[] = [
  { id: 'crm', days: 30 },
  { id: 'bureau', days: null },
];

/** `daysAgo` of each word. */
function told(...facts: [source: string, trait: string, value: string, daysAgo: number][]): Profile {
  const profile = emptyProfile();
  for (const [source, trait, value, daysAgo] of facts)
    profile.facts.set(factKey(source, trait), { at: now - daysAgo * day, id: source, value });
  return profile;
}

const valuesOf = (profile: Profile) => traitsOf(profile).map(({ key, value, source }) => [key, value, source]);

test.each([
  [
    'the more trusted source is believed, however old the other’s word',
    told(['crm', 'tier', 'gold', 29], ['bureau', 'tier', 'blue', 0]),
    [['tier', 'gold', 'crm']],
  ],
  [
    'its word that has grown old makes place for a fresh one',
    told(['crm', 'tier', 'gold', 31], ['bureau', 'tier', 'blue', 400]),
    [['tier', 'blue', 'bureau']],
  ],
  ['what only an old word says is not believed', told(['crm', 'tier', 'gold', 31]), []],
  [
    'a source that takes its word back says nothing',
    told(['crm', 'tier', '', 1], ['bureau', 'tier', 'blue', 9]),
    [['tier', 'blue', 'bureau']],
  ],
  ['a source that the merchant does not have says nothing', told(['other', 'tier', 'gold', 1]), []],
])('%s', (_, profile, expected) => {
  expect(valuesOf(believed(profile, rules, now))).toEqual(expected);
});

test('an old word is shown as what it is', () => {
  expect(factsOf(told(['crm', 'tier', 'gold', 31]), rules, now)).toMatchObject([{ value: 'gold', isStale: true }]);
});

test('what somebody said themselves no source ever changes, also what they took back', () => {
  const value = fc.constantFrom('yes', 'no', '');
  const fact = fc.tuple(
    fc.constantFrom('crm', 'bureau'),
    fc.constantFrom('a', 'b'),
    value,
    fc.integer({ min: 0, max: 60 }),
  );
  const own = fc.dictionary(fc.constantFrom('a', 'b'), value);
  fc.assert(
    fc.property(fc.array(fact), own, (facts, answers) => {
      const profile = told(...facts);
      for (const [key, said] of Object.entries(answers))
        profile.traits.set(key, { at: 0, id: 'x', value: { value: said, source: 'visitor' } });
      const believes = new Map(
        traitsOf(believed(profile, rules, now)).map(({ key, value, source }) => [key, [value, source]]),
      );
      for (const [key, said] of Object.entries(answers))
        expect(believes.get(key)).toEqual(said === '' ? undefined : [said, 'visitor']);
    }),
  );
});
