import type { Store } from '../store/store.ts';
import type { OrderSides } from './trust.ts';

/** How far apart the two reports of an order may be: a shop's system dates it before the page, or an hour's batch after it. */
const apart = 86_400_000;

/**
 * Orders since `since` (ms) by who reported them: a report of the browser names its page, one of the shop's backend has none.
 * An order counts when its newest report does. Only from the browser's first report on, since history that was imported was
 * never seen by a browser.
 */
export async function orderSides(store: Pick<Store, 'all'>, since: number): Promise<OrderSides> {
  // The first condition on the name is that of the index.
  const [row] = await store.all(
    `WITH reports AS (
       SELECT body ->> '$.order' AS number, at, body ->> '$.page.id' IS NOT NULL AS browser
       FROM log WHERE name IN ('purchase', 'refund') AND name = 'purchase' AND at >= ?
     ), sides AS (
       SELECT max(browser) AS browser, max(NOT browser) AS server FROM reports WHERE number IS NOT NULL GROUP BY number
       HAVING max(at) >= max(?, (SELECT min(at) FROM reports WHERE browser))
     )
     SELECT coalesce(sum(browser AND server), 0), coalesce(sum(browser AND NOT server), 0), coalesce(sum(server AND NOT browser), 0)
     FROM sides`,
    [since - apart, since],
  );
  return { both: Number(row?.[0]), browserOnly: Number(row?.[1]), serverOnly: Number(row?.[2]) };
}
