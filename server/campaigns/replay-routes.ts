import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { jsonBody } from '../valid.ts';
import { Draft } from './draft.ts';
import { replayCampaign } from './time-machine.ts';

type Env = { Variables: { shop: OpenShop } };

const Asked = z.strictObject({
  campaign: Draft,
  days: z.number().int().min(1).max(90),
  /** As the part before said; the empty text for the first. */
  after: z.string().max(200).default(''),
});

const day = 86_400_000;

/** What a draft would have done in the last days, some people at a time. */
export function replayRoutes({ now }: { now(): number }) {
  return new Hono<Env>().post('/', jsonBody(Asked), async (c) => {
    const { campaign, days, after } = c.req.valid('json');
    const shop = c.get('shop');
    await shop.save();
    const since = now() - days * day;
    return c.json(await replayCampaign({ ...campaign, version: 1 }, { since, after }, shop));
  });
}
