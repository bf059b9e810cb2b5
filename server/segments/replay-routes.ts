import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { day } from '../profiles/profile.ts';
import { asked } from '../time-machine/asked.ts';
import { jsonBody } from '../valid.ts';
import { Rule } from './rule.ts';
import { replaySegment } from './time-machine.ts';

type Env = { Variables: { shop: OpenShop } };

/** `id`: of the segment that is edited. */
const Asked = z.strictObject({ rule: Rule, id: z.string().max(64).optional(), ...asked });

/** Whom a draft of a segment would have held of in the last days, some people at a time. */
export function segmentReplayRoutes({ now }: { now(): number }) {
  return new Hono<Env>().post('/', jsonBody(Asked), async (c) => {
    const { rule, id, days, after } = c.req.valid('json');
    const shop = c.get('shop');
    await shop.save();
    const at = now();
    return c.json(await replaySegment({ rule, id, after, since: at - days * day, now: at }, shop));
  });
}
