import { type Context, Hono } from 'hono';
import type { Refusal } from '../../snippet/protocol.ts';
import { clientOf } from '../acquisition/client.ts';
import { type PlaceWords, placeFrom } from '../acquisition/region.ts';
import { robotOf } from '../acquisition/robot.ts';
import { limitBody } from '../limit-body.ts';
import { Problem } from '../problem.ts';
import { isRefused } from '../profiles/is-refused.ts';
import type { Acknowledged } from './acknowledged.ts';
import { arrivedOf } from './acknowledgement-cookie.ts';
import { answerSlots } from './answer-slots.ts';
import { callerOf, cookieOf, isSameSite } from './caller.ts';
import type { CookielessNames } from './cookieless.ts';
import { cookiesFor, newToken } from './cookies.ts';
import { allowedOrigin, preflight, readableBy } from './cross-origin.ts';
import { cookielessPrefix } from './folded.ts';
import { noticeGift } from './gift-visit.ts';
import { count, keep, type Uncounted } from './keep.ts';
import { type LimitDeps, limitSenders } from './limit-senders.ts';
import { logEvents } from './log-events.ts';
import { inOneWay, type OneWay } from './one-way.ts';
import type { OpenShop } from './open-shop.ts';
import type { PageMemory } from './page-memory.ts';
import { heedPrivacyControl } from './privacy-control.ts';
import { type ReadBatch, readBatch } from './read-batch.ts';
import { replyWith } from './reply.ts';
import { isSearchOf } from './search-of.ts';
import { sightOf } from './sights.ts';
import { takeOver } from './take-over.ts';
import { farewell } from './withdrawal.ts';

export interface CollectDeps extends LimitDeps {
  now(): number;
  openShop(key: string): Promise<OpenShop | null>;
  names: CookielessNames;
  pages: PageMemory;
  oneWay: OneWay;
  /** Where that address is, as a proxy in front of us says, or a file; empty where none does. */
  placeOf(context: Context): PlaceWords;
  /** Work that no answer waits for. */
  later(work: Promise<unknown>): void;
}

const largest = 64 * 1024;
const none: ReadonlySet<number> = new Set();

export function collectRoutes(deps: CollectDeps) {
  const limit = limitBody(largest, `A batch has at most ${largest / 1024} KiB; send fewer events at once.`);
  return new Hono().options('/v1/collect', preflight).post('/v1/collect', limitSenders(deps), limit, async (c) => {
    const received = deps.now();
    const told = readBatch(await c.req.text(), received);
    const batch = heedPrivacyControl(inOneWay(told, deps.oneWay), c.req.header('sec-gpc'));
    const open = await deps.openShop(batch.site);
    if (!open) throw new Problem(404, 'unknown-site', `No shop has the key "${batch.site}".`, { field: 'site' });
    const origin = allowedOrigin(c, open, batch);
    try {
      return await collect(c, { told, batch, open, origin, received }, deps);
    } catch (error) {
      // A refusal is for the page to read, too.
      for (const [name, value] of Object.entries(readableBy(origin))) c.header(name, value);
      throw error;
    }
  });
}

interface Come {
  /** What the page says, in all languages; `batch` has each of its facts once. */
  told: ReadBatch;
  batch: ReadBatch;
  open: OpenShop;
  origin: string;
  /** ms since 1970. */
  received: number;
}

/** A batch of one of the shop's pages: from what it says to what its page shows. */
async function collect(
  c: Context,
  { told, batch, open, origin, received }: Come,
  deps: CollectDeps,
): Promise<Response> {
  deps.limits.shop(c, batch.site);
  const { headers } = c.req.raw;
  const robot = robotOf(headers);
  if (robot) {
    open.door.robot(robot);
    const dropped = { 'x-vitrina-dropped': robot === 'prerender' ? 'prerender' : 'bot' };
    return new Response(null, { status: 204, headers: { ...readableBy(origin), ...dropped } });
  }

  const sent = cookieOf(c.req.header('cookie')) ?? batch.token;
  const caller = (await takeOver(batch, sent, open, received)) ?? (await callerOf(c, batch, sent, open));
  if (caller) deps.limits.visitor(c, caller.visitor);
  const place = placeFrom(deps.placeOf(c));
  const client = clientOf(headers, place, batch.offset);
  const company = await open.companies.of(deps.addressOf(c));
  const facts = await logEvents(batch, open, { client, company, received });
  if (facts.events.length === 0 && facts.refused.length > 0) {
    open.door.passed(batch, { facts: [], refused: facts.refused, known: none, visitor: '' });
    throw allRefused(facts.refused);
  }
  const { visitor, known, isNewVisit } = caller
    ? await keep(facts, caller.visitor, open)
    : await count(facts, await namesOf(c, { batch, open, sent }, deps), open);
  open.door.passed(batch, { facts: facts.events, refused: facts.refused, known, visitor });
  if (isNewVisit && open.companies.current()) open.door.visit(company !== null);

  const asked = { batch, events: facts.events, visitor, place, hasProfile: caller !== null, now: received };
  const { decisions, receipt } = await answerSlots(asked, open, deps.pages);
  if (receipt) deps.later(open.note(receipt));
  const isLooking = facts.events.some(({ name }) => name === 'view_item');
  if (caller && isLooking && batch.consent.personalisation) deps.later(noticeGift(visitor, open, received));
  const seen = { address: deps.addressOf(c), named: deps.pages.of(batch.page.id), now: received };
  const sight = await sightOf(told, open, seen);
  if (sight) deps.later(open.record([sight]));

  const sameSite = isSameSite(headers, origin);
  const token = await newToken(caller, visitor, open.tokens, received);
  const arrived = caller ? arrivedWith(batch, visitor, open.acknowledged) : [];
  const isFirst = batch.events[0]?.event.id.endsWith('.0');
  return replyWith({
    origin,
    cookies: cookiesFor(c, { origin, sameSite, refused: isRefused(batch.consent), token, arrived }),
    decisions,
    token: sameSite ? undefined : token,
    // Its own arrival this answer says by itself.
    arrived: isFirst && !sameSite && arrived.length > 1 ? arrivedOf(arrived) : undefined,
    refused: facts.refused,
  });
}

/** Of someone who does not allow to be counted. */
async function namesOf(
  c: Context,
  { batch, open, sent }: { batch: ReadBatch; open: OpenShop; sent: string | undefined },
  { names, addressOf, now }: CollectDeps,
): Promise<Uncounted> {
  const visitor = cookielessPrefix + (await names.of(batch.site, addressOf(c), c.req.header('user-agent') ?? ''));
  return { visitor, farewell: isRefused(batch.consent) ? await farewell(batch, sent, open, now()) : null };
}

/** The visitor's last batches, this one among them. */
function arrivedWith({ events }: ReadBatch, visitor: string, acknowledged: Acknowledged): readonly string[] {
  const last = events.findLast(({ event }) => !isSearchOf(event))?.event.id;
  return last === undefined ? [] : acknowledged.note(visitor, last);
}

function allRefused(refused: readonly Refusal[]): Problem {
  const [first] = refused;
  return new Problem(
    422,
    'no-event-kept',
    `None of the events was kept. The first: ${first?.field}: ${first?.reason}`,
    {
      field: `events.${first?.index}.${first?.field}`,
      more: { refused },
    },
  );
}
