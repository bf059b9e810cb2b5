import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryRule } from './arbitrary-rule.ts';
import { parseRule } from './parse-rule.ts';
import { Rule } from './rule.ts';
import { toText } from './to-text.ts';

const ruleOf = (line: string) => {
  const read = parseRule(line, 'UAH');
  if ('misread' in read) throw new Error(`${read.misread.expected} at ${read.misread.at}: ${read.misread.found}`);
  return read.rule;
};

/** A group of one is that one: the text has no word for it. */
function simplified(rule: Rule): Rule {
  if ('not' in rule) return { not: simplified(rule.not) };
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : null;
  if (!parts) return rule;
  const simple = parts.map(simplified);
  if (simple.length === 1 && simple[0]) return simple[0];
  return 'all' in rule ? { all: simple } : { any: simple };
}

describe('a rule as a line of text', () => {
  test('is the same rule when it is read again', () => {
    fc.assert(
      fc.property(arbitraryRule, (rule) => {
        const line = toText(rule, 'UAH');
        expect(ruleOf(line)).toEqual(simplified(rule));
        expect(toText(ruleOf(line), 'UAH')).toBe(toText(simplified(rule), 'UAH'));
      }),
      { numRuns: 3_000 },
    );
  });

  test('is never read into something that the schema refuses, and never ends in an error', () => {
    const words = fc.constantFrom(
      'and',
      'or',
      'not',
      '(',
      ')',
      '"',
      'orders',
      'country',
      '>=',
      '=',
      'in',
      '3',
      '7d',
      'viewed',
      'visited',
      'then',
      'trait',
      'ua',
      ',',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(words).map((all) => all.join(' ')),
        ),
        (line) => {
          const read = parseRule(line, 'UAH');
          if ('rule' in read) expect(Rule.safeParse(read.rule).error?.issues ?? []).toEqual([]);
          else expect(read.misread.at).toBeLessThanOrEqual(line.length);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  test.each([
    [
      'country = UA and orders >= 2 and not viewed in 30d',
      {
        all: [
          { field: 'country', is: '=', value: 'UA' },
          { field: 'orders', is: '>=', value: 2 },
          { not: { did: 'view_item', is: '>=', times: 1, within: 30 } },
        ],
      },
    ],
    [
      'net >= 1999.50 or net < 0',
      {
        any: [
          { field: 'net', is: '>=', value: 199_950 },
          { field: 'net', is: '<', value: 0 },
        ],
      },
    ],
    ['viewed "Green tea" >= 3 times in 7d', { did: 'view_item', is: '>=', times: 3, within: 7, category: 'Green tea' }],
    [
      'NOT (Country IN (UA, ro) OR did Newsletter_Opened)',
      {
        not: {
          any: [
            { field: 'country', is: 'in', value: ['UA', 'ro'] },
            { did: 'Newsletter_Opened', is: '>=', times: 1, within: null },
          ],
        },
      },
    ],
    [
      'viewed Mugs in 30d then carted in 6h then not bought in 3d',
      {
        first: { did: 'view_item', category: 'Mugs', within: 30 },
        next: [
          { did: 'add_to_cart', hours: 6 },
          { did: 'purchase', hours: 72, not: true },
        ],
      },
    ],
    [
      'trait children >= 2 and trait birthday < 1990-01-01 and trait size in (xl, "42")',
      {
        all: [
          { trait: 'children', is: '>=', value: 2 },
          { trait: 'birthday', is: '<', value: '1990-01-01' },
          { trait: 'size', is: 'in', value: ['xl', '42'] },
        ],
      },
    ],
    ['a = 1', null],
  ])('%s', (line, rule) => {
    if (rule) expect(ruleOf(line)).toEqual(rule);
    else expect(parseRule(line, 'UAH')).toHaveProperty('misread');
  });

  test.each([
    ['', 0, 'condition'],
    ['coutry = UA', 0, 'condition'],
    ['country UA', 8, 'comparison'],
    ['country >= UA', 11, 'value'],
    ['orders >= two', 10, 'number'],
    ['orders >= 2 and', 15, 'condition'],
    ['(orders >= 2', 12, 'closing'],
    ['orders >= 2 country = UA', 12, 'end'],
    ['viewed in 400d', 7, 'days'],
    ['known_customer = maybe', 17, 'value'],
    ['country = "UA', 10, 'value'],
    ['viewed then carted', 18, 'span'],
    ['viewed then carted in 91d', 22, 'span'],
    ['viewed then visited in 1d', 20, 'event'],
    ['viewed >= 2 times then carted in 1d', 18, 'end'],
    ['trait children >= many', 18, 'value'],
    ['trait tier = gold told crm', 23, 'source'],
    ['trait tier = gold told by "A b"', 26, 'source'],
  ])('says where "%s" stops being one', (line, at, expected) => {
    expect(parseRule(line, 'UAH')).toMatchObject({ misread: { at, expected } });
  });
});
