import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { takeTold } from '../enrichment/take-told.ts';
import { freeTypes, sourceId, toldEvent } from '../enrichment/told.ts';
import { customerKey, emailKey, phoneKey } from '../identity/word.ts';
import { erasePerson } from '../privacy/erase-person.ts';
import { exportPerson } from '../privacy/export-person.ts';
import { whoseData } from '../privacy/whose.ts';
import { Problem } from '../problem.ts';
import { jsonBody } from '../valid.ts';
import { visitorPage } from '../visitors/visitor-page.ts';
import type { ApiEnv } from './access.ts';
import { eachOf, nothingKept } from './each-of.ts';
import { apiLimit } from './once.ts';
import type { Operation } from './operation.ts';
import { moment, Refusal, shopId } from './words.ts';

const most = 500;

const contact = z.string().min(1).max(200).optional();

const ProfileIn = z.object({
  customer: shopId
    .optional()
    .describe('Whom it is about: the customer number. One of customer, email and phone is needed.'),
  email: contact,
  phone: contact,
  time: moment.optional().describe('Of when this is known; now where it is missing.'),
  traits: z
    .record(z.string().max(40), z.unknown())
    .describe(
      `A question’s key with its answer; or any other key with its type: {"type": "${freeTypes.join('" | "')}", "value": ...}. null takes an earlier word of this source back.`,
    ),
});

export const Told = z.object({ source: sourceId, profiles: z.array(z.unknown()).min(1).max(most) });
const toldIn = z.object({ source: sourceId, profiles: z.array(ProfileIn).min(1).max(most) });
const ToldOut = z.object({
  kept: z.number().int(),
  known: z.number().int().describe('Entries that said what the source had said of that moment already.'),
  refused: z.array(Refusal),
});

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
    method: 'post',
    path: '/v1/profiles',
    summary: 'Tell what others know of people',
    text: `Facts about people from a CRM, a bureau, a survey: each with its source and time, for as many days as the panel says that the source is believed, and in the order in which it trusts sources. What people said of themselves is never overwritten. A fact waits for whoever comes with the key; it joins nobody. At most ${most} people a call.`,
    access: 'key',
    idempotent: true,
    body: {
      type: 'application/json',
      schema: toldIn,
      example: {
        source: 'crm',
        profiles: [
          { customer: '42', traits: { income: 'above', tier: { type: 'text', value: 'gold' } } },
          {
            email: 'anna@example.com',
            time: '2026-11-21T18:00:00Z',
            traits: { employees: { type: 'number', value: 12 } },
          },
        ],
      },
    },
    answers: { 200: { text: 'What was kept. An entry that is wrong is refused alone.', schema: ToldOut } },
  },
  {
    method: 'get',
    path: '/v1/profiles/{customer}',
    summary: 'Export one person',
    text: 'Everything that is known of a customer of yours, for an answer to their request. In place of the customer number also `email:anna@example.com` or `phone:+380671234567`.',
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
export function profileApi(access: MiddlewareHandler<ApiEnv>, once: MiddlewareHandler<ApiEnv>, now: () => number) {
  return new Hono<ApiEnv>()
    .post('/', access, apiLimit, once, jsonBody(Told), async (c) => {
      return c.json(await keepTold(c.req.valid('json'), c.get('shop'), now()));
    })
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

/** Keeps what a source tells of people; an entry that is wrong is refused alone. Throws a `Problem` where none is right. */
export async function keepTold(
  { source, profiles }: z.output<typeof Told>,
  shop: OpenShop,
  now: number,
): Promise<z.infer<typeof ToldOut>> {
  shop.sources.check(source);
  const told = await eachOf(ProfileIn, profiles, (one) => toldEvent(one, { source, questions: shop.questions, now }));
  const known = await takeTold(source, told, shop, now);
  if (told.kept.length === 0) throw nothingKept('profiles', told.refused);
  return { kept: told.kept.length - known, known, refused: told.refused };
}

/** One of the visitors of a customer; or, where it says so, of an address or telephone. */
async function visitorOf(customer: string, { people }: OpenShop): Promise<string> {
  const [first] = [...(await people.withKey(keyOf(customer)))].sort();
  if (first === undefined) throw new Problem(404, 'unknown-customer', `Nobody is known as customer "${customer}".`);
  return first;
}

/** A customer number, or `email:anna@example.com`, `phone:+380671234567`: facts may be kept of somebody who has no number. */
function keyOf(said: string): string {
  if (said.startsWith('email:')) return emailKey(said.slice('email:'.length));
  return said.startsWith('phone:') ? phoneKey(said.slice('phone:'.length)) : customerKey(said);
}
