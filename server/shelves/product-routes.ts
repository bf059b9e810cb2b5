import { Hono } from 'hono';
import type { Product } from '../catalog/product.ts';
import type { OpenShop } from '../collect/open-shop.ts';
import { Problem } from '../problem.ts';
import { productView } from './product-view.ts';
import { recommendedBy } from './recommended-by.ts';

type Env = { Variables: { shop: OpenShop } };

/** A product as the shelves see it: `/` what it is, leads to and is kept out of; `/recommended-by` what leads to it. */
export function productRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/:id', async (c) => {
      const shop = c.get('shop');
      const product = productOf(c.req.param('id'), shop);
      return c.json({ ...productView(product, shop, now()), waiting: await shop.alerts.waiting(product.id) });
    })
    .get('/:id/recommended-by', async (c) =>
      c.json(await recommendedBy(productOf(c.req.param('id'), c.get('shop')), c.get('shop'), now())),
    );
}

function productOf(id: string, { catalog }: Pick<OpenShop, 'catalog'>): Product {
  const product = catalog.get(id);
  if (!product) throw new Problem(404, 'unknown-product', 'There is no such product in the catalogue.');
  return product;
}
