import { expect, test } from 'vitest';
import { isEvent } from './is-event.ts';
import { isSearchOf, searchOf } from './search-of.ts';

const view = { id: 'page.0', name: 'page_view', time: 1_764_000_000_000 };
const at = (path: string) => new URL(path, 'https://shop.example');

test.each([
  ['/find?q=red+mug', 'red mug'],
  ['/?s=%D1%87%D0%B0%D0%B9&post_type=product', 'чай'],
  ['/search?page=2&query=%20tea%20', 'tea'],
])('%s is a search', (path, search_term) => {
  const search = searchOf(view, at(path), undefined);
  expect(search).toEqual({ ...view, id: 'page.0.search', name: 'view_search_results', params: { search_term } });
  expect([isEvent(search), search && isSearchOf(search), isSearchOf(view)]).toEqual([true, true, false]);
});

test.each(['/', '/find?q=', '/find?q=%20', '/cup?size=2#q=tea'])('%s is none', (path) => {
  expect(searchOf(view, at(path), undefined)).toBeNull();
});

test('another leaf of what was found is no search, one from another site is', () => {
  const url = at('/find?q=tea&page=2');
  expect(searchOf(view, url, 'https://shop.example/find?q=tea')).toBeNull();
  expect(searchOf(view, url, 'https://shop.example/find?q=mug')).not.toBeNull();
  expect(searchOf(view, url, 'https://search.example/find?q=tea')).not.toBeNull();
  expect(searchOf(view, url, 'no address')).not.toBeNull();
});

test('a term that is longer than any is cut, whole characters only', () => {
  const term = String(searchOf(view, at(`/find?q=${'☕️🫖'.repeat(300)}`), undefined)?.params?.search_term);
  expect(term.length).toBeLessThanOrEqual(500);
  expect(term).not.toMatch(/\p{Cs}/u);
});
