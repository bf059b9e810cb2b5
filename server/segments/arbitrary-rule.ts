import fc from 'fast-check';
import { fieldNames } from './fields.ts';
import { type Compared, comparisons, type Did, misfit, type Rule } from './rule.ts';

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
);
const number = fc.oneof(fc.integer({ min: -5, max: 40 }), fc.integer({ min: 0, max: 100_000 }));

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

export const arbitraryRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 4, arbitrary: compared },
    { weight: 3, arbitrary: did },
    { weight: 1, arbitrary: fc.record({ segment: fc.constantFrom('vip', 'nobody knows', 'loop') }) },
    { weight: 2, arbitrary: fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }) },
    { weight: 2, arbitrary: fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie('rule') }) },
  ),
})).rule;
