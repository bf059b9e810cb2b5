import { countedRows, type Filled, putRows } from '../store/put-rows.ts';
import type { Statement } from '../store/store.ts';
import type { ShelfFacts } from './shelf-facts.ts';

/** Adds these facts to the tables. */
export function shelfStatements({ days, products, looks, clicks, carts, draws, waiting }: ShelfFacts): Statement[] {
  return [
    ...putRows(ofDays, countedRows(days)),
    ...putRows(ofProducts, countedRows(products)),
    ...putRows(ofLooks, countedRows(looks)),
    ...putRows(ofClicks, clicks),
    ...putRows(ofCarts, carts),
    ...putRows(ofDraws, draws),
    ...putRows(ofWaiting, waiting),
  ];
}

const ofDays: Filled = {
  table: 'shelf_days',
  columns: ['day', 'slot', 'recipe', 'version', 'arm', 'decisions', 'filled', 'views'],
  conflict:
    '(day, slot, recipe, version, arm) DO UPDATE SET decisions = decisions + excluded.decisions, ' +
    'filled = filled + excluded.filled, views = views + excluded.views',
};
const ofProducts: Filled = {
  table: 'shelf_products',
  columns: ['day', 'slot', 'recipe', 'product', 'shown'],
  conflict: '(day, slot, recipe, product) DO UPDATE SET shown = shown + excluded.shown',
};
const ofLooks: Filled = {
  table: 'product_looks',
  columns: ['day', 'product', 'looks'],
  conflict: '(day, product) DO UPDATE SET looks = looks + excluded.looks',
};
const ofClicks: Filled = {
  table: 'shelf_clicks',
  columns: ['id', 'at', 'day', 'visitor', 'product', 'decision', 'slot', 'recipe', 'version'],
  conflict: 'DO NOTHING',
};
const ofCarts: Filled = {
  table: 'cart_adds',
  columns: ['id', 'product', 'at', 'day', 'visitor'],
  conflict: 'DO NOTHING',
};
const ofDraws: Filled = {
  table: 'shelf_draws',
  columns: ['slot', 'day', 'visitor', 'recipe', 'share', 'instead', 'arm', 'at'],
  conflict: '(slot, day, visitor, recipe, share, instead, arm) DO UPDATE SET at = min(at, excluded.at)',
};
const ofWaiting: Filled = { table: 'shelf_waiting', columns: ['event', 'decision'], conflict: 'DO NOTHING' };
