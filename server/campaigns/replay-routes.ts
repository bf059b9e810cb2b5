import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { day } from '../profiles/profile.ts';
import { asked } from '../time-machine/asked.ts';
import { jsonBody } from '../valid.ts';
import { Draft } from './draft.ts';
import { replayCampaign } from './time-machine.ts';

type Env = { Variables: { shop: OpenShop } };

const Asked = z.strictObject({
  campaign: Draft,
  ...asked,
});

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
