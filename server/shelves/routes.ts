import { Hono } from 'hono';
import { z } from 'zod';
import { insteads, largestShare } from '../decide/comparison.ts';
import type { ComparisonChoice } from '../decide/comparison-choice.ts';
import { Ranking, usualRanking } from '../recommend/ranking/ranking.ts';
import type { RankingBook } from '../recommend/ranking/ranking-book.ts';
import type { Staff } from '../staff/table.ts';
import { jsonBody } from '../valid.ts';

interface Env {
  Variables: { shop: { comparison: ComparisonChoice; ranking: RankingBook }; staff: Staff };
}

const Chosen = z.object({
  share: z.number().int().min(0).max(largestShare),
  instead: z.enum(insteads),
});

const Kept = z.strictObject({
  ranking: Ranking,
  /** The version that was changed. */
  base: z.number().int().positive(),
});

/** Of how many visitors the shelves are kept away, to know what they bring; and how far the shop's own lists may change. */
export function shelfRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/comparison', (c) => {
      const { share, instead } = c.get('shop').comparison;
      return c.json({ share, instead });
    })
    .put('/comparison', jsonBody(Chosen), async (c) => {
      await c.get('shop').comparison.choose(c.req.valid('json'));
      return c.body(null, 204);
    })
    .get('/ranking', async (c) => {
      const { current, version, history } = c.get('shop').ranking;
      return c.json({ ranking: current, version, usual: usualRanking, history: await history() });
    })
    .put('/ranking', jsonBody(Kept), async (c) => {
      const { ranking, base } = c.req.valid('json');
      const who = { by: c.get('staff').email, at: now() };
      return c.json({ version: await c.get('shop').ranking.choose(ranking, base, who) });
    });
}
