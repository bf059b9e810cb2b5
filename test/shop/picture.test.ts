import { join } from 'node:path';
import { expect, test } from 'vitest';
import { categories, categoryOf } from './category.ts';
import { isProduct } from './not-a-product.ts';
import { picture } from './picture.ts';
import { productName } from './product-name.ts';
import { sourceDescriptions } from './source.ts';

test('every department has a picture that is well-formed, loads nothing and stays the same', () => {
  for (const category of categories) {
    const svg = picture({ id: '1', name: 'Red retrospot mug', category });
    expectWellFormed(svg);
    expect(svg).not.toMatch(/href|<script|<style|style=/);
    expect(svg).toBe(picture({ id: '1', name: 'Red retrospot mug', category }));
  }
});

test('markup in a name is text', () => {
  const svg = picture({ id: '1', name: '"><script>alert(1)</script>&', category: 'mugs' });
  expect(svg).not.toContain('<script');
  expectWellFormed(svg);
});

test('every real name fits in two lines of the picture', async () => {
  const descriptions = await sourceDescriptions(join(import.meta.dirname, 'data'));
  for (const [id, description] of descriptions) {
    if (!isProduct(id, description)) continue;
    const svg = picture({ id, name: productName(description), category: categoryOf(description) });
    const lines = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, line = '']) => line.replace(/&#\d+;/g, '&'));
    expect(lines.length, description).toBeGreaterThan(0);
    expect(lines.length, description).toBeLessThanOrEqual(2);
    for (const line of lines) expect(line.length, description).toBeLessThanOrEqual(32);
  }
});

test.each([
  ['WHITE HANGING HEART T-LIGHT HOLDER', 'White hanging heart T-light holder', 'candles'],
  ['RED RETROSPOT CAKE STAND', 'Red retrospot cake stand', 'baking'],
  ['SET OF 20 VINTAGE CHRISTMAS NAPKINS', 'Set of 20 vintage Christmas napkins', 'christmas'],
  ['*USB Office Mirror Ball', 'USB Office Mirror Ball', 'stationery'],
  ['METAL SIGN,CUPCAKE SINGLE HOOK', 'Metal sign, cupcake single hook', 'signs'],
  ['LOVE HOT WATER BOTTLE', 'Love hot water bottle', 'bath'],
  ['S/4 VALENTINE DECOUPAGE HEART BOX', 'S/4 Valentine decoupage heart box', 'storage'],
])('%s is called “%s” and stands under %s', (description, name, category) => {
  expect([productName(description), categoryOf(description)]).toEqual([name, category]);
});

/** Tags are closed in order, and no tag has an attribute twice: a browser shows nothing of such a picture. */
function expectWellFormed(svg: string) {
  const open: string[] = [];
  for (const [tag, slash, name = '', attributes = '', empty] of svg.matchAll(
    /<(\/?)([\w-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    const names = [...attributes.matchAll(/([\w:-]+)="/g)].map(([, attribute]) => attribute);
    expect(new Set(names).size, tag).toBe(names.length);
    if (slash) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name);
  }
  expect(open).toEqual([]);
  expect(svg.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!#\d+;)/);
}
