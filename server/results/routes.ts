import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { byteOrderMark } from '../segments/csv.ts';
import { query } from '../valid.ts';
import { allCampaigns } from './all-campaigns.ts';
import { campaignResults } from './campaign-results.ts';
import { surveyResults } from './survey-results.ts';
import { armLines } from './to-csv.ts';

type Env = { Variables: { shop: OpenShop } };

const File = z.object({ separator: z.enum(['semicolon', 'comma']).default('semicolon') });

/** What campaigns bring: `/` all of them together, `/:id` one, `/:id/survey` what its survey was answered, `/:id/arms.csv` its arms for a spreadsheet. */
export function resultRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/', async (c) => c.json(await allCampaigns(c.get('shop'), now())))
    .get('/:id', async (c) => c.json(await campaignResults(c.req.param('id'), c.get('shop'), now())))
    .get('/:id/survey', async (c) => c.json({ survey: await surveyResults(c.req.param('id'), c.get('shop')) }))
    .get('/:id/arms.csv', query(File), async (c) => {
      const id = c.req.param('id');
      const results = await campaignResults(id, c.get('shop'), now());
      c.header('content-type', 'text/csv; charset=utf-8');
      c.header('content-disposition', `attachment; filename="campaign-${results.campaign.id}.csv"`);
      return c.body(byteOrderMark + armLines(results, c.req.valid('query').separator === 'comma' ? ',' : ';'));
    });
}
