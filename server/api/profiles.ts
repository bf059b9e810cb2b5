import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { customerKey } from '../identity/word.ts';
import { fromRow, type LogEvent } from '../log/log-event.ts';
import { Problem } from '../problem.ts';
import { visitorPage } from '../visitors/visitor-page.ts';
import type { ApiEnv } from './access.ts';
import type { Operation } from './operation.ts';

const ProfileOut = z.object({
  customer: z.string(),
  profile: z.looseObject({}).describe('What their events add up to, as the panel shows it.'),
  visitors: z.array(z.string()).describe('The devices, and the shop’s own books, that are joined to this person.'),
  events: z.array(z.looseObject({})).describe('Everything that was recorded of them, oldest first.'),
});

export const profileOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/profiles/{customer}',
    summary: 'Export one person',
    text: 'Everything that is known of a customer of yours, for an answer to their request.',
    access: 'key',
    answers: { 200: { text: 'Profile and events.', schema: ProfileOut } },
  },
];

/** A person's data, by the shop's customer number. */
export function profileApi(access: MiddlewareHandler<ApiEnv>, now: () => number) {
  return new Hono<ApiEnv>().get('/:customer', access, async (c) => {
    const shop = c.get('shop');
    const customer = c.req.param('customer');
    const [first] = [...(await shop.people.withKey(customerKey(customer)))].sort();
    if (first === undefined) throw new Problem(404, 'unknown-customer', `Nobody is known as customer "${customer}".`);
    const visitors = [...(await shop.people.of(first)).visitors.keys()].sort();
    const profile = await visitorPage(first, shop, now());
    return c.json({ customer, profile, visitors, events: await eventsOf(visitors, shop) });
  });
}

async function eventsOf(visitors: readonly string[], { store }: OpenShop): Promise<LogEvent[]> {
  const rows = await store.all(
    'SELECT id, visitor, at, name, body FROM log WHERE visitor IN (SELECT value FROM json_each(?)) ORDER BY at, seq',
    [JSON.stringify(visitors)],
  );
  return rows.map(fromRow);
}
