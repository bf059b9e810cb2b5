import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isbot } from 'isbot';
import type { Answer, Refusal } from '../../snippet/protocol.ts';
import { decide } from '../decide/decide.ts';
import type { Looking } from '../decide/looking.ts';
import { newVisitor } from '../identity/visitor-token.ts';
import type { LogEvent } from '../log/log-event.ts';
import { languageFor } from '../messages/messages.ts';
import { Problem } from '../problem.ts';
import { isSecure } from '../secure.ts';
import { originsOf } from '../shops/origins.ts';
import type { Acknowledged } from './acknowledged.ts';
import { acknowledgementCookie, arrivedOf, hasAcknowledgement } from './acknowledgement-cookie.ts';
import { attribute } from './attribute.ts';
import { type Caller, cookieOf, isSameSite, noCookie, tokenCookie } from './caller.ts';
import { clientOf } from './client.ts';
import type { CookielessNames } from './cookieless.ts';
import { logEvents } from './log-events.ts';
import { cookielessPrefix, type OpenShop } from './open-shop.ts';
import type { PageMemory } from './page-memory.ts';
import { personOf } from './person.ts';
import { type ReadBatch, readBatch } from './read-batch.ts';

export interface CollectDeps {
  now(): number;
  openShop(key: string): Promise<OpenShop | null>;
  names: CookielessNames;
  pages: PageMemory;
  acknowledged: Acknowledged;
  /** The browser's address, as this runtime knows it. */
  addressOf(context: Context): string;
  /** ISO 3166-1 alpha-2, as a proxy in front of us says; undefined where none does. */
  countryOf(context: Context): string | undefined;
  /** Work that no answer waits for. */
  later(work: Promise<unknown>): void;
}

const largest = 64 * 1024;
/** A token of this age is renewed, so that a regular visitor's never runs out. */
const renewAfter = 30 * 86_400_000;

export function collectRoutes(deps: CollectDeps) {
  const unmeasured = bodyLimit({
    maxSize: largest,
    onError: () => {
      throw new Problem(413, 'body-too-large', `A batch has at most ${largest / 1024} KiB; send fewer events at once.`);
    },
  });
  // A length that is said is one that HTTP holds the sender to. Only a body without one is counted as it comes, for which
  // the runtime must make a stream of it.
  const limit: MiddlewareHandler = (c, next) => {
    const said = c.req.header('content-length');
    const isMeasured = said !== undefined && Number(said) <= largest && !c.req.header('transfer-encoding');
    return isMeasured ? next() : unmeasured(c, next);
  };

  return new Hono()
    .options('/v1/collect', (c) => {
      const origin = c.req.header('origin') ?? '';
      return new Response(null, {
        status: 204,
        headers: { ...crossOrigin(origin), 'access-control-max-age': '86400' },
      });
    })
    .post('/v1/collect', limit, async (c) => {
      const received = deps.now();
      const batch = readBatch(await c.req.text(), received);
      const open = await deps.openShop(batch.site);
      if (!open) throw new Problem(404, 'unknown-site', `No shop has the key "${batch.site}".`, { field: 'site' });
      const origin = allowedOrigin(c, open);
      c.header('access-control-allow-origin', origin);
      c.header('access-control-allow-credentials', 'true');
      c.header('access-control-expose-headers', 'retry-after');
      c.header('vary', 'origin');
      const userAgent = c.req.header('user-agent') ?? '';
      if (isbot(userAgent)) return c.body(null, 204, { 'x-vitrina-dropped': 'bot' });

      const caller = await callerOf(c, batch, open);
      const facts = await logEvents(batch, open, clientOf(userAgent, deps.countryOf(c)), received);
      if (facts.events.length === 0 && facts.refused.length > 0) throw allRefused(facts.refused);
      const known = caller ?? {
        visitor: cookielessPrefix + (await deps.names.of(batch.site, deps.addressOf(c), userAgent)),
        token: null,
      };
      const { visitor } = await keep(facts.events, known, open);

      const looking = await lookingOf(batch, facts.events, caller ? visitor : null, open, received, deps.pages);
      const slots = answerSlots(batch, looking, open, visitor, received);
      if (slots.receipt) deps.later(open.record([slots.receipt]));
      const sameSite = isSameSite(c.req.raw.headers, origin);
      const token = await tokenFor(c, caller, visitor, open, received, sameSite);
      const arrived = caller ? arrivedWith(batch, visitor, deps.acknowledged) : [];
      if (sameSite) acknowledge(c, arrived, caller !== null, origin);
      const isFirst = batch.events[0]?.event.id.endsWith('.0');
      const answer: Answer = {
        ...(token === undefined ? {} : { token }),
        slots: slots.decisions,
        // Its own arrival this answer says by itself.
        ...(isFirst && !sameSite && arrived.length > 1 ? { arrived: arrivedOf(arrived) } : {}),
        ...(facts.refused.length === 0 ? {} : { refused: facts.refused }),
      };
      if (answer.slots.length === 0 && !answer.token && !answer.arrived && !answer.refused) return c.body(null, 204);
      return c.json(answer);
    });
}

/** The visitor that a signed token names, or a new one; null for someone who allows nothing to be kept. */
async function callerOf(
  c: Context,
  { consent, token: sent }: ReadBatch,
  { tokens, profiles }: OpenShop,
): Promise<Caller | null> {
  const text = cookieOf(c.req.header('cookie')) ?? sent;
  if (!consent.statistics) {
    if (cookieOf(c.req.header('cookie')) !== null) c.header('set-cookie', noCookie(isSecure(c)));
    return null;
  }
  if (text === undefined || text === '') {
    const visitor = newVisitor();
    profiles.welcome(visitor);
    return { visitor, token: null };
  }
  const token = await tokens.read(text);
  if (!token) {
    c.header('set-cookie', noCookie(isSecure(c)));
    throw new Problem(
      401,
      'invalid-token',
      'The visitor token is not one of this shop; drop it and send again without.',
      { field: 'token' },
    );
  }
  return { visitor: token.visitor, token };
}

/** Stores the facts under their visitor; returns who is looking after the last of them. */
async function keep(
  facts: Omit<LogEvent, 'visitor'>[],
  { visitor }: Caller,
  open: OpenShop,
): Promise<{ visitor: string }> {
  if (facts.length === 0) return { visitor };
  if (visitor.startsWith(cookielessPrefix)) {
    await open.record(facts.map(({ identity: _, ...fact }) => ({ ...fact, visitor })));
    return { visitor };
  }
  await open.profiles.hold([visitor]);
  try {
    const attributed = await attribute(facts, visitor, open.profiles.of(visitor), open.tokens.successor);
    await open.record(attributed.events);
    return attributed;
  } finally {
    open.profiles.release([visitor]);
  }
}

async function lookingOf(
  batch: ReadBatch,
  events: readonly Omit<LogEvent, 'visitor'>[],
  visitor: string | null,
  open: OpenShop,
  now: number,
  pages: PageMemory,
): Promise<Looking> {
  const viewed = events.findLast(({ name }) => name === 'view_item')?.items?.[0]?.id;
  if (viewed !== undefined) pages.keep(batch.page.id, viewed);
  const wanted = (batch.slots?.length ?? 0) > 0;
  return {
    consent: batch.consent,
    profile: wanted && visitor !== null && batch.consent.personalisation ? await personOf(visitor, open) : null,
    language: languageFor(batch.page.language),
    product: viewed ?? pages.of(batch.page.id),
    cart: events.findLast(({ name }) => name === 'view_cart')?.items?.map(({ id }) => id) ?? null,
    now,
  };
}

function answerSlots({ slots = [], page }: ReadBatch, looking: Looking, open: OpenShop, visitor: string, now: number) {
  if (slots.length === 0) return { decisions: [], receipt: null };
  const id = newVisitor();
  const { decisions, receipts } = decide(slots, looking, open, id);
  const path = URL.canParse(page.url) ? new URL(page.url).pathname.slice(0, 500) : '';
  const receipt: LogEvent = { id, visitor, at: now, name: 'decision', page: { id: page.id, path }, receipts };
  return { decisions, receipt: receipts.length === 0 ? null : receipt };
}

/** What the browser must keep from now on: in a cookie where that is the visitor's own here, else in the answer's body. */
async function tokenFor(
  c: Context,
  caller: Caller | null,
  visitor: string,
  { tokens }: OpenShop,
  now: number,
  sameSite: boolean,
): Promise<string | undefined> {
  if (!caller) return undefined;
  const isCurrent = caller.token?.visitor === visitor && now - caller.token.issued < renewAfter;
  if (isCurrent) return undefined;
  const token = await tokens.sign({ visitor, issued: now });
  if (!sameSite) return token;
  c.header('set-cookie', tokenCookie(token, isSecure(c)));
  return undefined;
}

/** The visitor's last batches, this one among them. */
function arrivedWith({ events }: ReadBatch, visitor: string, acknowledged: Acknowledged): readonly string[] {
  const last = events.at(-1)?.event.id;
  return last === undefined ? [] : acknowledged.note(visitor, last);
}

/** Tells the shop's next page what has arrived, where a cookie of ours reaches it and the visitor allows one. */
function acknowledge(c: Context, arrived: readonly string[], isAllowed: boolean, origin: string): void {
  const isStale = !isAllowed && hasAcknowledgement(c.req.header('cookie'));
  if (arrived.length === 0 && !isStale) return;
  const between = { origin, host: new URL(c.req.url).hostname, secure: isSecure(c) };
  c.header('set-cookie', acknowledgementCookie(arrived, between), { append: true });
}

/** Only the shop's own pages send for the shop. */
function allowedOrigin(c: Context, { shop }: OpenShop): string {
  const origin = c.req.header('origin') ?? '';
  if (originsOf(shop).includes(origin)) return origin;
  const detail = origin
    ? `${origin} is not one of the shop's addresses.`
    : 'The request has no Origin header; only pages of the shop send here.';
  throw new Problem(403, 'wrong-origin', detail);
}

function crossOrigin(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type',
    vary: 'origin',
  };
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
