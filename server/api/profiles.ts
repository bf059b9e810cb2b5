import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { customerKey } from '../identity/word.ts';
import { erasePerson } from '../privacy/erase-person.ts';
import { exportPerson } from '../privacy/export-person.ts';
import { whoseData } from '../privacy/whose.ts';
import { Problem } from '../problem.ts';
import { visitorPage } from '../visitors/visitor-page.ts';
import type { ApiEnv } from './access.ts';
import type { Operation } from './operation.ts';

const ProfileOut = z.object({
  customer: z.string(),
  profile: z.looseObject({}).describe('What their events add up to, as the panel shows it.'),
  visitors: z.array(z.string()).describe('The devices, and the shop’s own books, that are joined to this person.'),
  events: z.array(z.looseObject({})).describe('Everything that was recorded of them, oldest first.'),
  keys: z.array(z.looseObject({})).describe('Customer numbers, addresses and telephones, each with what joined it.'),
  orders: z.array(z.looseObject({})).describe('All of their orders, as they stand.'),
});

const ErasedOut = z.object({
  visitors: z.number().int().describe('Devices, and the shop’s own books, that were this person’s.'),
  events: z.number().int().describe('Events that are gone.'),
  anonymous: z.number().int().describe('Reports of orders that stay, as orders of nobody.'),
});

export const profileOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/profiles/{customer}',
    summary: 'Export one person',
    text: 'Everything that is known of a customer of yours, for an answer to their request.',
    access: 'key',
    answers: { 200: { text: 'Profile, events, keys and orders.', schema: ProfileOut } },
  },
  {
    method: 'delete',
    path: '/v1/profiles/{customer}',
    summary: 'Erase one person',
    text: 'Every device of theirs, all events, keys and profiles, from memory and from the bytes of the files; there is no way back. Their orders stay in the sums under your order numbers, as orders of nobody. What you send of this customer afterwards begins a new person.',
    access: 'key',
    answers: { 200: { text: 'They are nowhere.', schema: ErasedOut } },
  },
];

/** A person's data, by the shop's customer number. */
export function profileApi(access: MiddlewareHandler<ApiEnv>, now: () => number) {
  return new Hono<ApiEnv>()
    .get('/:customer', access, async (c) => {
      const shop = c.get('shop');
      const customer = c.req.param('customer');
      const first = await visitorOf(customer, shop);
      const profile = await visitorPage(first, shop, now());
      const whose = await whoseData(first, shop.people);
      await shop.save();
      return c.json({ customer, profile, visitors: whose.visitors, ...(await exportPerson(whose, shop.store)) });
    })
    .delete('/:customer', access, async (c) => {
      const shop = c.get('shop');
      const first = await visitorOf(c.req.param('customer'), shop);
      const erased = await erasePerson(first, shop, { by: 'key', id: c.get('key').id }, now());
      return c.json(erased satisfies z.infer<typeof ErasedOut>);
    });
}

/** One of the visitors of a customer. */
async function visitorOf(customer: string, { people }: OpenShop): Promise<string> {
  const [first] = [...(await people.withKey(customerKey(customer)))].sort();
  if (first === undefined) throw new Problem(404, 'unknown-customer', `Nobody is known as customer "${customer}".`);
  return first;
}
