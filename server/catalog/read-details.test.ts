import { describe, expect, test } from 'vitest';
import { attributeOf, readDetails } from './read-details.ts';

describe('what a feed says beside what every product has', () => {
  test('is taken of Google Merchant’s words, of a product’s details and of the columns that the merchant names', () => {
    const row = {
      ...{ color: 'Red/Navy blue', size: 'M', material: '', age_group: 'adult', item_category: '' },
      product_type: 'Clothes > Shirts > Linen shirts',
      product_detail: 'General:Sleeve:long,General:Weight:250 g,Ratio:Aspect:16:9',
      'attribute:Fit': 'slim | regular',
      shopping_ads_excluded_country: 'CH, LI',
    };
    expect(readDetails(row)).toEqual({
      path: ['Shirts', 'Linen shirts'],
      attributes: [
        { name: 'Fit', value: 'slim' },
        { name: 'Fit', value: 'regular' },
        { name: 'color', value: 'Red' },
        { name: 'color', value: 'Navy blue' },
        { name: 'size', value: 'M' },
        { name: 'age_group', value: 'adult' },
        { name: 'Sleeve', value: 'long' },
        { name: 'Weight', value: 250, unit: 'g' },
        { name: 'Aspect', value: '16:9' },
      ],
      notSoldIn: ['CH', 'LI'],
    });
    expect(readDetails({ item_id: 'A', color: ' ' })).toBeNull();
  });

  test.each([
    ['250 g', 250, 'g'],
    ['1,5 л', 1.5, 'л'],
    ['240', 240, undefined],
    ['0.75l', 0.75, 'l'],
    ['0012345', '0012345', undefined],
    ['2XL', '2XL', undefined],
    ['12 months', '12 months', undefined],
    ['16:9', '16:9', undefined],
  ])('tells a number with its unit from words: %s', (text, value, unit) => {
    expect(attributeOf('x', text)).toEqual({ name: 'x', value, ...(unit === undefined ? {} : { unit }) });
  });

  test('has places where it is sold, those of a column with Google’s shipping, too, and no others are guessed', () => {
    expect(readDetails({ sold_in: 'ua, RO-cj; MD' })).toEqual({ soldIn: ['UA', 'RO-CJ', 'MD'] });
    expect(readDetails({ sold_in: 'US:CA:Ground:6.49 USD,CA::Mail:3 CAD' })).toEqual({ soldIn: ['US-CA', 'CA'] });
    expect(() => readDetails({ not_sold_in: 'Ukraine' })).toThrow('"Ukraine" is no place');
  });

  test('has what goes with it and what it is a variant of, in our words or Google’s', () => {
    expect(readDetails({ accessories: 'B-1, B-2;B-1| ', item_group_id: 'SHIRT' })).toEqual({
      accessories: ['B-1', 'B-2'],
      variantOf: 'SHIRT',
    });
    expect(readDetails({ variant_of: 'P7', item_group_id: 'SHIRT' })).toEqual({ variantOf: 'P7' });
    const many = Array.from({ length: 60 }, (_, number) => `B-${number}`).join();
    expect(readDetails({ accessories: `${many},${'x'.repeat(101)}` })?.accessories).toHaveLength(50);
    expect(readDetails({ accessories: 'x'.repeat(101), variant_of: ' ' })).toBeNull();
  });

  test('is bounded, whatever the feed says', () => {
    const row = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`attribute:${n} ${'x'.repeat(80)}`, 'a|b'.repeat(400)]),
    );
    const { attributes = [] } = readDetails(row) ?? {};
    expect(new Set(attributes.map(({ name }) => name)).size).toBe(20);
    expect(attributes.length).toBeLessThanOrEqual(200);
    for (const { name, value } of attributes)
      expect([name.length <= 60, String(value).length <= 100]).toEqual([true, true]);
  });
});
