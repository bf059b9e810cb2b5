import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { byteOrderMark } from '../segments/csv.ts';
import { query } from '../valid.ts';
import { allCampaigns } from './all-campaigns.ts';
import { campaignResults } from './campaign-results.ts';
import { learnShares } from './learn-shares.ts';
import { armLines } from './to-csv.ts';

type Env = { Variables: { shop: OpenShop } };

const File = z.object({ separator: z.enum(['semicolon', 'comma']).default('semicolon') });

/** What campaigns bring: `/` all of them together, `/:id` one, `/:id/shares` learns its shares now, `/:id/arms.csv` its arms for a spreadsheet. */
export function resultRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/', async (c) => c.json(await allCampaigns(c.get('shop'), now())))
    .get('/:id', async (c) => c.json(await campaignResults(c.req.param('id'), c.get('shop'), now())))
    .post('/:id/shares', async (c) => {
      const id = c.req.param('id');
      await learnShares(id, c.get('shop'), now());
      return c.json(await campaignResults(id, c.get('shop'), now()));
    })
    .get('/:id/arms.csv', query(File), async (c) => {
      const id = c.req.param('id');
      const results = await campaignResults(id, c.get('shop'), now());
      c.header('content-type', 'text/csv; charset=utf-8');
      c.header('content-disposition', `attachment; filename="campaign-${results.campaign.id}.csv"`);
      return c.body(byteOrderMark + armLines(results, c.req.valid('query').separator === 'comma' ? ',' : ';'));
    });
}
