import { expect, test } from 'vitest';
import { shopColours } from './shop-colours.ts';

const style = (backgroundColor: string, color: string) => ({ backgroundColor, color });
const clear = style('rgba(0, 0, 0, 0)', 'rgb(0, 0, 0)');

test.each([
  ['a dark shop', [style('rgb(16, 32, 48)', 'rgb(240, 240, 240)')], 'rgb(16, 32, 48)'],
  ['a page whose body is clear', [clear, style('rgb(255, 250, 240)', 'rgb(30, 30, 30)')], 'rgb(255, 250, 240)'],
  // #767676 on white is 4.54, #777777 is 4.48.
  ['grey that can just be read', [style('rgb(255, 255, 255)', 'rgb(118, 118, 118)')], 'rgb(255, 255, 255)'],
])('the colours of %s are taken', (_, page, background) => {
  expect(shopColours(page)).toContain(`--page:${background};`);
});

test.each([
  ['grey that cannot be read', [style('rgb(255, 255, 255)', 'rgb(119, 119, 119)')]],
  ['a page that says nothing', [clear, clear]],
  ['half a colour', [style('rgba(0, 0, 0, 0.5)', 'rgb(255, 255, 255)')]],
  ['a colour of another kind', [style('color(display-p3 1 0 0)', 'rgb(0, 0, 0)')]],
])('the colours of %s are not', (_, page) => {
  expect(shopColours(page)).toBe('');
});
