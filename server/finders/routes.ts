import { Hono } from 'hono';
import { z } from 'zod';
import type { Catalog } from '../catalog/catalog.ts';
import { languages } from '../messages/messages.ts';
import { Problem } from '../problem.ts';
import type { Evidence } from '../recommend/evidence.ts';
import type { Shop } from '../shops/table.ts';
import type { Store } from '../store/store.ts';
import { jsonBody } from '../valid.ts';
import { facetNames } from './facet-names.ts';
import { countsOf, find } from './find.ts';
import { findFirst } from './find-first.ts';
import { answersIn, type Finder, FinderBody, finderId } from './finder.ts';
import type { FinderBook } from './finder-book.ts';
import { finderSteps } from './finder-steps.ts';
import { findingOf } from './finding.ts';
import { fitsOf } from './fits.ts';
import type { Rows } from './rows.ts';
import { settleFits } from './settle-fits.ts';
import { suggestFinder } from './suggest.ts';

interface Env {
  Variables: {
    shop: {
      finders: FinderBook;
      catalog: Catalog;
      store: Pick<Store, 'all'>;
      shop: Pick<Shop, 'currency'>;
    } & Pick<Evidence, 'model'>;
  };
}

const Tried = z.object({ finder: FinderBody, answers: answersIn, language: z.enum(languages).default('en') });

/** The merchant's finders: made of what is said of the products, changed, tried. */
export function finderRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/', async (c) => {
      const { finders, catalog, store, shop } = c.get('shop');
      const offered = catalog.newest().filter(({ inStock }) => inStock);
      const steps = await finderSteps(finders.all(), store);
      return c.json({
        finders: finders.all().map((finder) => ({ ...finder, steps: steps.get(finder.id) ?? [] })),
        suggested: await suggestFinder(offered, shop.currency),
        facets: await facetNames(offered),
        currency: shop.currency,
      });
    })
    .put('/:id', jsonBody(FinderBody), async (c) => {
      const named = finderId.safeParse(c.req.param('id'));
      if (!named.success)
        throw new Problem(422, 'invalid', named.error.issues[0]?.message ?? 'invalid', { field: 'id' });
      const { finders, catalog, model, shop } = c.get('shop');
      const finder = { id: named.data, ...c.req.valid('json') };
      await finders.keep(finder);
      // Before the first visitor asks.
      await settleFits(finder, { catalog, model, now: now() }, shop.currency);
      return c.body(null, 204);
    })
    .delete('/:id', async (c) => {
      await c.get('shop').finders.drop(c.req.param('id'));
      return c.body(null, 204);
    })
    .post('/try', jsonBody(Tried), async (c) => {
      const shop = c.get('shop');
      const { finder: body, answers, language } = c.req.valid('json');
      const finder: Finder = { id: 'draft', ...body };
      const seen = { catalog: shop.catalog, model: shop.model, now: now(), place: {}, cart: [] };
      const { currency } = shop.shop;
      await settleFits(finder, seen, currency);
      const fits = fitsOf(finder, seen, currency);
      const offered = offeredRows(fits.rows);
      return c.json({
        first: findFirst(finder, language, seen, { key: '', currency }),
        finding: findingOf(find(finder, answers, seen, currency), { answers, language, currency }),
        offered: offered.length,
        counts: finder.questions.map((question) => countsOf(question, fits, offered)),
      });
    });
}

function offeredRows({ order, terms, offeredAt }: Rows): Int32Array {
  const offered = offeredAt({});
  return Int32Array.from(order.filter((row) => offered[terms[row] ?? 0] === 1));
}
