import fc from 'fast-check';
import { fieldNames } from './fields.ts';
import {
  type Compared,
  comparisons,
  type Did,
  type InOrder,
  misfit,
  misfitTold,
  mostLinks,
  type Rule,
  type Told,
} from './rule.ts';

/** Random rules for property tests: values are few, so that people meet them. */
const word = fc.constantFrom(
  'ua',
  'RO',
  'Mugs',
  'свічки',
  'P1',
  'in',
  'say "no" \\',
  'google',
  ' ',
  'phone',
  '_x',
  'виробу',
  'champions',
  'dormant',
);
const number = fc.oneof(
  fc.integer({ min: -5, max: 40 }),
  fc.constantFrom(0.25, 0.5, 1.5),
  fc.integer({ min: 0, max: 100_000 }),
);

const compared: fc.Arbitrary<Compared> = fc
  .record<Compared>({
    field: fc.constantFrom(...fieldNames),
    is: fc.constantFrom(...comparisons),
    value: fc.oneof(number, word, fc.boolean(), fc.array(word, { minLength: 1, maxLength: 3 })),
  })
  .filter((condition: Compared) => misfit(condition) === null);

const did: fc.Arbitrary<Did> = fc
  .record({
    did: fc.constantFrom('page_view', 'view_item', 'add_to_cart', 'purchase', 'search', 'my_event'),
    is: fc.constantFrom('>=', '<=', '='),
    times: fc.nat(4),
    within: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 90 })),
    category: fc.oneof(fc.constant(undefined), fc.constantFrom('Mugs', 'Свічки', 'and')),
  })
  .map(({ category, within, ...rest }) => ({
    ...rest,
    within: category === undefined ? within : (within ?? 30),
    ...(category === undefined ? {} : { category }),
  }));

const told: fc.Arbitrary<Told> = fc
  .record<Told, 'trait' | 'is' | 'value'>(
    {
      trait: fc.constantFrom('interests', 'birthday', 'children', 'not', 'crm:size'),
      is: fc.constantFrom(...comparisons),
      value: fc.oneof(
        fc.integer({ min: -4, max: 4 }),
        fc.constantFrom('1990-02-28', '1995-01-01', '2', '-3.5', 'mugs'),
        word,
        fc.array(fc.oneof(word, fc.constant('2')), { minLength: 1, maxLength: 3 }),
      ),
      by: fc.constantFrom('visitor', 'server', 'crm', 'in'),
    },
    { requiredKeys: ['trait', 'is', 'value'] },
  )
  .filter((condition: Told) => misfitTold(condition) === null);

const deed = {
  did: fc.constantFrom('view_item', 'add_to_cart', 'purchase', 'search', 'my_event'),
  category: fc.constantFrom('Mugs', 'Свічки', 'then'),
};

const inOrder: fc.Arbitrary<InOrder> = fc.record({
  first: fc.record(
    { ...deed, within: fc.option(fc.integer({ min: 1, max: 90 })) },
    { requiredKeys: ['did', 'within'] },
  ),
  next: fc.array(
    fc.record(
      {
        ...deed,
        hours: fc.oneof(
          fc.integer({ min: 1, max: 90 }).map((days) => 24 * days),
          fc.integer({ min: 1, max: 100 }),
        ),
        not: fc.constant(true as const),
      },
      { requiredKeys: ['did', 'hours'] },
    ),
    { minLength: 1, maxLength: mostLinks },
  ),
});

export const arbitraryRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 4, arbitrary: compared },
    { weight: 3, arbitrary: did },
    { weight: 2, arbitrary: told },
    { weight: 3, arbitrary: inOrder },
    { weight: 1, arbitrary: fc.record({ segment: fc.constantFrom('vip', 'nobody knows', 'loop') }) },
    { weight: 2, arbitrary: fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }) },
    { weight: 2, arbitrary: fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie('rule') }) },
  ),
})).rule;
