import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { OpenShop } from '../collect/open-shop.ts';
import { Event } from '../collect/schema.ts';
import { toLogEvent } from '../collect/to-log-event.ts';
import { importedVisitor } from '../identity/people.ts';
import type { LogEvent } from '../log/log-event.ts';
import { Refused } from '../refused.ts';
import { jsonBody } from '../valid.ts';
import type { ApiEnv } from './access.ts';
import { eachOf, nothingKept } from './each-of.ts';
import { apiLimit } from './once.ts';
import type { Operation } from './operation.ts';
import { moment, Refusal, shopId } from './words.ts';

const most = 500;

const ServerEvent = Event.extend({
  id: Event.shape.id.describe('Yours: an event sent again with its id is kept once.'),
  time: moment,
  token: z.string().max(200).optional().describe('Whose event it is: the visitor token that the shop’s page holds.'),
  customer: shopId.optional().describe('Whose event it is: the customer number. One of token and customer is needed.'),
});

const Events = z.strictObject({ events: z.array(z.unknown()).min(1).max(most) });
const eventsIn = z.object({ events: z.array(ServerEvent).min(1).max(most) });

const Kept = z.object({
  kept: z.number().int(),
  known: z.number().int().describe('Events whose ids were known already.'),
  refused: z.array(Refusal),
});

export const eventOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/events',
    summary: 'Send events from your server',
    text: `What happens where no page is: a call, a visit in the shop, an answer to an e-mail. Names and parameters are Google Analytics 4’s. Orders, refunds and their states go to /v1/orders. At most ${most} a call, at most 30 days old.`,
    access: 'key',
    idempotent: true,
    body: {
      type: 'application/json',
      schema: eventsIn,
      example: {
        events: [
          {
            id: 'call-981',
            name: 'message',
            time: '2026-11-21T18:00:00Z',
            customer: '42',
            params: { channel: 'call' },
          },
        ],
      },
    },
    answers: { 200: { text: 'What was kept. An event that is wrong is refused alone.', schema: Kept } },
  },
];

/** They come with their facts from elsewhere, or would open somebody's profile on this word alone. */
const elsewhere: Record<string, string> = {
  purchase: 'send orders to /v1/orders',
  refund: 'send orders to /v1/orders',
  order_status: 'send orders to /v1/orders',
  order_amended: 'send orders to /v1/orders',
  order_details: 'send orders to /v1/orders',
  consent: 'consent is given on a page of the shop',
  login: 'the page says it, with the token that your backend signs',
  logout: 'the page says it',
};

/** Events that the shop's server saw. */
export function eventApi(access: MiddlewareHandler<ApiEnv>, once: MiddlewareHandler<ApiEnv>, now: () => number) {
  return new Hono<ApiEnv>().post('/', access, apiLimit, once, jsonBody(Events), async (c) => {
    const shop = c.get('shop');
    const { kept, refused } = await eachOf(ServerEvent, c.req.valid('json').events, (event) =>
      factOf(event, shop, now()),
    );
    if (kept.length === 0) throw nothingKept('events', refused);
    const known = await shop.record(kept);
    return c.json({ kept: kept.length - known.size, known: known.size, refused } satisfies z.infer<typeof Kept>);
  });
}

async function factOf(event: z.output<typeof ServerEvent>, shop: OpenShop, now: number): Promise<LogEvent> {
  const { token, customer, ...said } = event;
  const instead = Object.hasOwn(elsewhere, said.name) ? elsewhere[said.name] : undefined;
  if (instead !== undefined) throw new Refused('name', `"${said.name}" is not sent here: ${instead}`);
  const whose = await whoseOf(token, customer, shop);
  const page = { id: '', path: '' };
  const { catalog, questions, campaigns } = shop;
  const words = { currency: shop.shop.currency, catalog, questions, campaigns, demo: false };
  const wire = { page, received: now, sent: now, by: 'server' as const, ...words };
  const { page: _, ...fact } = toLogEvent(said, wire);
  // With a colon, which no page's event has: nobody takes the id of a server's event before it is sent.
  return { ...fact, id: `server:${said.id}`, ...whose };
}

async function whoseOf(
  token: string | undefined,
  customer: string | undefined,
  { tokens }: OpenShop,
): Promise<Pick<LogEvent, 'visitor' | 'identity'>> {
  if ((token === undefined) === (customer === undefined))
    throw new Refused('customer', 'say whose event it is, by one of token and customer');
  if (customer !== undefined) return { visitor: importedVisitor(customer), identity: { customer, evidence: 'server' } };
  const read = await tokens.read(token ?? '');
  if (!read) throw new Refused('token', 'this is no visitor token of this shop');
  return { visitor: read.visitor };
}
