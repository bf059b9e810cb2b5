import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { Problem } from '../problem.ts';
import { byteOrderMark } from '../segments/csv.ts';
import { query } from '../valid.ts';
import { shelfBrings } from './brings.ts';
import { shelfClicks } from './clicks.ts';
import { carriedProducts, coldKinds, coldProducts, coverage } from './coverage.ts';
import { productSorts, shelfProducts } from './products.ts';
import { shelfResults } from './results.ts';
import { coldLines, productLines, resultLines } from './to-csv.ts';

type Env = { Variables: { shop: OpenShop } };

const date = z.iso.date('write the day as 2026-11-21');
const isInTurn = ({ from, to }: { from: string; to: string }) => from <= to;
const inTurn = { message: 'The first day comes after the last one.', path: ['from'] };
const period = { from: date, to: date, slot: z.string().max(200).optional(), recipe: z.string().max(64).optional() };
const page = { cursor: z.coerce.number().int().min(0).optional() };
const sort = z.enum(productSorts).default('net');
const kind = z.enum(coldKinds).default('unshown');
const separator = z.enum(['semicolon', 'comma']).default('semicolon');

const Asked = z.object(period).refine(isInTurn, inTurn);
const Products = z.object({ ...period, ...page, sort }).refine(isInTurn, inTurn);
const Clicks = z.object({ ...period, ...page, product: z.string().min(1).max(200) }).refine(isInTurn, inTurn);
const Cold = z.object({ ...period, ...page, kind }).refine(isInTurn, inTurn);
const File = z.object({ ...period, sort, kind, separator }).refine(isInTurn, inTurn);

const size = 50;
const mostLines = 50_000;

/** What shelves earn: `/` each recipe and place, `/products` and `/clicks` what is behind it, `/brings` what would be missing without them, `/coverage` and `/cold` whom they leave out. */
export function earningRoutes() {
  return new Hono<Env>()
    .get('/', query(Asked), async (c) => c.json(await shelfResults(c.req.valid('query'), c.get('shop'))))
    .get('/products', query(Products), async (c) =>
      c.json(await shelfProducts(pageOf(c.req.valid('query')), c.get('shop'))),
    )
    .get('/clicks', query(Clicks), async (c) => c.json(await shelfClicks(pageOf(c.req.valid('query')), c.get('shop'))))
    .get('/brings', query(Asked), async (c) => c.json(await shelfBrings(c.req.valid('query'), c.get('shop'))))
    .get('/coverage', query(Asked), async (c) => c.json(await coverage(c.req.valid('query'), c.get('shop'))))
    .get('/cold', query(Cold), async (c) => c.json(await carriedProducts(pageOf(c.req.valid('query')), c.get('shop'))))
    .get('/files/:table', query(File), async (c) => {
      const { separator, ...asked } = c.req.valid('query');
      const lines = await linesOf(c.req.param('table'), asked, separator === 'comma' ? ',' : ';', c.get('shop'));
      c.header('content-type', 'text/csv; charset=utf-8');
      c.header('content-disposition', `attachment; filename="shelves-${asked.from}-${asked.to}.csv"`);
      return c.body(byteOrderMark + lines);
    });
}

/** A page of it: the first, or that of its cursor. */
function pageOf<T extends { cursor?: number | undefined }>(asked: T) {
  return { ...asked, cursor: asked.cursor ?? 0, limit: size };
}

async function linesOf(
  table: string,
  asked: Omit<z.output<typeof File>, 'separator'>,
  delimiter: ',' | ';',
  shop: OpenShop,
): Promise<string> {
  const all = { ...asked, cursor: 0, limit: mostLines };
  if (table === 'recipes.csv') return resultLines(await shelfResults(asked, shop), delimiter);
  if (table === 'products.csv') return productLines(await shelfProducts(all, shop), delimiter);
  if (table === 'cold.csv') return coldLines(await coldProducts(all, shop), delimiter);
  throw new Problem(404, 'not-found', `There is no table "${table}".`);
}
