import { expect, test } from 'vitest';
import { attributesOf } from './attributes.ts';

test.each([
  ['Set of 6 red wooden spoons', { colour: 'red', material: 'wood', pieces: '6' }],
  ['Set/4 ivory enamel mugs', { colour: 'white', material: 'metal', pieces: '4' }],
  ['Pack of 12 pink paper plates', { colour: 'pink', material: 'paper', pieces: '12' }],
  ['S/3 glass jars', { colour: '', material: 'glass', pieces: '3' }],
  // Letters inside of other words are no colours.
  ['Hundred candle holder, large tinted', { colour: '', material: '', pieces: '' }],
])('a name says what it says, and no more: %s', (name, attributes) => {
  expect(attributesOf(name)).toEqual(attributes);
});
