import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { personOf } from '../collect/person.ts';
import { customerKey } from '../identity/people.ts';
import { Problem } from '../problem.ts';
import { customerOf } from '../profiles/read.ts';
import type { Visitor } from '../profiles/visitor.ts';
import { query } from '../valid.ts';
import { listPeople } from './people-list.ts';
import { timelineOf } from './timeline.ts';
import { visitorView } from './visitor-view.ts';

type Env = { Variables: { shop: OpenShop } };

const List = z.object({ q: z.string().trim().max(200).optional(), cursor: z.string().max(300).optional() });
const Timeline = z.object({
  before: z
    .string()
    .regex(/^\d+\.\d+$/)
    .optional(),
});

/** The shop's visitors: `/`, `/:id` and `/:id/timeline`. */
export function visitorRoutes({ now }: { now(): number }) {
  return new Hono<Env>()
    .get('/', query(List), async (c) => {
      const { q = '', cursor } = c.req.valid('query');
      const { store, save } = c.get('shop');
      await save();
      return c.json(await listPeople(store, q, cursor));
    })
    .get('/:id', async (c) => {
      const shop = c.get('shop');
      const id = c.req.param('id');
      const profile = await personOf(id, shop);
      if (profile.lastSeen === 0) throw unknownVisitor(id);
      return c.json(visitorView(id, profile, await devicesOf(id, shop), { catalog: shop.catalog, now: now() }));
    })
    .get('/:id/timeline', query(Timeline), async (c) => {
      const shop = c.get('shop');
      const id = c.req.param('id');
      const devices = await devicesOf(id, shop);
      const visitors = devices.length > 0 ? devices.map(({ visitor }) => visitor) : [id];
      return c.json(await timelineOf(visitors, shop, c.req.valid('query').before));
    });
}

/** The visitors that verified keys join to this one, itself among them; none for someone unknown. */
async function devicesOf(id: string, shop: OpenShop): Promise<Visitor['devices']> {
  const customer = customerOf(await personOf(id, shop));
  if (customer === null) return [];
  await shop.save();
  const rows = await shop.store.all(
    'SELECT visitor, min(at), evidence FROM identities WHERE key = ? AND revoked_at IS NULL GROUP BY visitor ORDER BY min(at)',
    [customerKey(customer)],
  );
  return rows.map(([visitor, since, evidence]) => ({
    visitor: String(visitor),
    since: Number(since),
    evidence: String(evidence),
  }));
}

function unknownVisitor(id: string): Problem {
  return new Problem(404, 'unknown-visitor', `No visitor has the id "${id}".`);
}
