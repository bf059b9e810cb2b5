import { expect, test } from 'vitest';
import { isGenerated } from './selector-of.ts';

test('a name that a person gave is told from one that a program made', () => {
  for (const name of ['bestsellers', 'product-list', 'main_content', 'col-6', 'section-2', 'h2', 'priceBox', 'товари'])
    expect([name, isGenerated(name)]).toEqual([name, false]);
  for (const name of [
    'css-1x9k3f',
    'sc-bdVa1Ja',
    ':r3:',
    'ember412',
    'jss1042',
    'Card_root__3kQ9z',
    'a1b2c3d4-e5f6',
    '_1a2b3c',
  ])
    expect([name, isGenerated(name)]).toEqual([name, true]);
});
