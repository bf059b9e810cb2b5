import type { Statement } from '../store/store.ts';
import type { ShelfFacts } from './shelf-facts.ts';

/** Adds these facts to the tables. */
export function shelfStatements({ days, products, looks, clicks, carts, draws, waiting }: ShelfFacts): Statement[] {
  return [
    put(addDays, flat(days)),
    put(addProducts, flat(products)),
    put(addLooks, flat(looks)),
    put(addClicks, clicks),
    put(addCarts, carts),
    put(addDraws, draws),
    put(addWaiting, waiting),
  ].filter(({ params }) => params[0] !== '[]');
}

const put = (sql: string, rows: readonly unknown[]): Statement => ({ sql, params: [JSON.stringify(rows)] });

/** The key's columns, then the counts. */
function flat(counts: ReadonlyMap<string, number | readonly number[]>): unknown[][] {
  return [...counts].map(([key, count]) => [...(JSON.parse(key) as unknown[]), count].flat());
}

const insert = (table: string, columns: string, then: string) =>
  `INSERT INTO ${table} (${columns}) SELECT ${columns
    .split(', ')
    .map((_, place) => `value ->> ${place}`)
    .join(', ')} FROM json_each(?) WHERE true ON CONFLICT ${then}`;

const addDays = insert(
  'shelf_days',
  'day, slot, recipe, version, arm, decisions, filled, views',
  '(day, slot, recipe, version, arm) DO UPDATE SET decisions = decisions + excluded.decisions, ' +
    'filled = filled + excluded.filled, views = views + excluded.views',
);
const addProducts = insert(
  'shelf_products',
  'day, slot, recipe, product, shown',
  '(day, slot, recipe, product) DO UPDATE SET shown = shown + excluded.shown',
);
const addLooks = insert(
  'product_looks',
  'day, product, looks',
  '(day, product) DO UPDATE SET looks = looks + excluded.looks',
);
const addClicks = insert(
  'shelf_clicks',
  'id, at, day, visitor, product, decision, slot, recipe, version',
  'DO NOTHING',
);
const addCarts = insert('cart_adds', 'id, product, at, day, visitor', 'DO NOTHING');
const addDraws = insert(
  'shelf_draws',
  'slot, day, visitor, recipe, share, instead, arm, at',
  '(slot, day, visitor, recipe, share, instead, arm) DO UPDATE SET at = min(at, excluded.at)',
);
const addWaiting = insert('shelf_waiting', 'event, decision', 'DO NOTHING');
