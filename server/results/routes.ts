import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { byteOrderMark } from '../segments/csv.ts';
import { jsonBody, query } from '../valid.ts';
import { allCampaigns } from './all-campaigns.ts';
import { campaignResults } from './campaign-results.ts';
import { learnShares } from './learn-shares.ts';
import { createSelfTest } from './self-test.ts';
import { surveyResults } from './survey-results.ts';
import { allLines, armLines } from './to-csv.ts';
import { Shares, whatIf } from './what-if.ts';

type Env = { Variables: { shop: OpenShop } };

const File = z.object({ separator: z.enum(['semicolon', 'comma']).default('semicolon') });
const mostSplits = 10;
const Splits = z.strictObject({
  from: z.number().int().min(0).max(10_000),
  count: z.number().int().min(1).max(mostSplits),
});

/**
 * What campaigns bring: `/` all of them together, `/all.csv` for a spreadsheet, `/self-test` some splits that nothing tells apart; `/:id` one of
 * them, `/:id/shares` learns its shares now, `/:id/what-if` what other shares would have brought, `/:id/survey` what its survey was answered, `/:id/arms.csv` its arms for a spreadsheet.
 */
export function resultRoutes({ now }: { now(): number }) {
  const selfTest = createSelfTest(now);
  return new Hono<Env>()
    .get('/', async (c) => c.json(await allCampaigns(c.get('shop'), now())))
    .get('/all.csv', query(File), async (c) => {
      const all = await allCampaigns(c.get('shop'), now());
      return csv(c, 'campaigns.csv', allLines(all, delimiterOf(c.req.valid('query'))));
    })
    .post('/self-test', jsonBody(Splits), async (c) => {
      const { from, count } = c.req.valid('json');
      return c.json(await selfTest({ from, to: from + count }, c.get('shop')));
    })
    .get('/:id', async (c) => c.json(await campaignResults(c.req.param('id'), c.get('shop'), now())))
    .post('/:id/shares', async (c) => {
      const id = c.req.param('id');
      await learnShares(id, c.get('shop'), now());
      return c.json(await campaignResults(id, c.get('shop'), now()));
    })
    .post('/:id/what-if', jsonBody(z.strictObject({ shares: Shares })), async (c) =>
      c.json(await whatIf(c.req.param('id'), c.req.valid('json').shares, c.get('shop'), now())),
    )
    .get('/:id/survey', async (c) => c.json({ survey: await surveyResults(c.req.param('id'), c.get('shop')) }))
    .get('/:id/arms.csv', query(File), async (c) => {
      const id = c.req.param('id');
      const results = await campaignResults(id, c.get('shop'), now());
      return csv(c, `campaign-${results.campaign.id}.csv`, armLines(results, delimiterOf(c.req.valid('query'))));
    });
}

const delimiterOf = ({ separator }: z.infer<typeof File>) => (separator === 'comma' ? ',' : ';');

function csv(c: Context, name: string, lines: string) {
  c.header('content-type', 'text/csv; charset=utf-8');
  c.header('content-disposition', `attachment; filename="${name}"`);
  return c.body(byteOrderMark + lines);
}
