import type { OpenShop } from '../collect/open-shop.ts';
import { meetProduct } from './meet-product.ts';

/** Products that are asked for at once. */
const step = 200;

/**
 * Tells whoever waited for what has come to be so, as far as anything has changed since it was asked last. At the edge as on Node it is asked
 * where what follows the log is brought up to it.
 */
export function alertMeeter(shop: OpenShop, now: () => number): () => Promise<void> {
  let looked = '';
  return async () => {
    await shop.save();
    await shop.alerts.refresh();
    const state = `${shop.catalog.version} ${shop.alerts.version}`;
    if (state === looked) return;
    for (let last = '', more = true; more; ) {
      const rows = await shop.store.all(productsSql, [last, step]);
      for (const [id] of rows) await meetProduct(String(id), shop, now());
      last = String(rows.at(-1)?.[0]);
      more = rows.length === step;
    }
    looked = state;
  };
}

const productsSql = 'SELECT DISTINCT product FROM alerts WHERE product > ? ORDER BY product LIMIT ?';
