import { Hono } from 'hono';
import type { ApiEnv } from '../api/access.ts';
import { preflight } from '../collect/cross-origin.ts';
import { limitBody } from '../limit-body.ts';
import { type AskerDeps, pagesAndServers } from './asker.ts';
import { answerRank } from './rank.ts';
import { answerRecommendations } from './recommend.ts';

const largest = 64 * 1024;

/** What a shop draws itself: its own lists in another order, and recommendations without a widget. */
export function headlessRoutes(deps: AskerDeps) {
  const limit = limitBody(largest, `A question has at most ${largest / 1024} KiB.`);
  return new Hono<ApiEnv>()
    .options('/v1/rank', preflight)
    .options('/v1/recommendations', preflight)
    .post('/v1/rank', pagesAndServers(deps), limit, (c) => answerRank(c, deps))
    .post('/v1/recommendations', pagesAndServers(deps), limit, (c) => answerRecommendations(c, deps));
}
