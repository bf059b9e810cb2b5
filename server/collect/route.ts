import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Answer, Refusal } from '../../snippet/protocol.ts';
import { clientOf } from '../acquisition/client.ts';
import { type PlaceWords, placeFrom } from '../acquisition/region.ts';
import { robotOf } from '../acquisition/robot.ts';
import { withoutRepeats } from '../acquisition/within-visit.ts';
import { decide } from '../decide/decide.ts';
import type { Looking } from '../decide/looking.ts';
import { newVisitor } from '../identity/visitor-token.ts';
import type { LogEvent } from '../log/log-event.ts';
import { languageFor } from '../messages/messages.ts';
import { Problem } from '../problem.ts';
import type { Profile } from '../profiles/profile.ts';
import { isSecure } from '../secure.ts';
import type { Acknowledged } from './acknowledged.ts';
import { acknowledgementCookie, arrivedOf, hasAcknowledgement } from './acknowledgement-cookie.ts';
import { attribute } from './attribute.ts';
import { type Caller, cookieOf, isSameSite, noCookie, tokenCookie } from './caller.ts';
import type { CookielessNames } from './cookieless.ts';
import { allowedOrigin, preflight } from './cross-origin.ts';
import { isRefused } from './is-refused.ts';
import { type LimitDeps, limitSenders } from './limit-senders.ts';
import { type Facts, logEvents } from './log-events.ts';
import type { OneWay } from './one-way.ts';
import { cookielessPrefix, type OpenShop } from './open-shop.ts';
import type { PageMemory } from './page-memory.ts';
import { personOf } from './person.ts';
import { heedPrivacyControl } from './privacy-control.ts';
import { type ReadBatch, readBatch } from './read-batch.ts';
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
/** A token of this age is renewed, so that a regular visitor's never runs out. */
const renewAfter = 30 * 86_400_000;
const none: ReadonlySet<number> = new Set();

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

  return new Hono().options('/v1/collect', preflight).post('/v1/collect', limitSenders(deps), limit, async (c) => {
    const received = deps.now();
    const told = readBatch(await c.req.text(), received);
    const batch = heedPrivacyControl(inOneWay(told, deps.oneWay), c.req.header('sec-gpc'));
    const open = await deps.openShop(batch.site);
    if (!open) throw new Problem(404, 'unknown-site', `No shop has the key "${batch.site}".`, { field: 'site' });
    const origin = allowedOrigin(c, open, batch);
    deps.limits.shop(c, batch.site);
    const robot = robotOf(c.req.raw.headers);
    if (robot) open.door.robot(robot);
    if (robot) return c.body(null, 204, { 'x-vitrina-dropped': robot === 'prerender' ? 'prerender' : 'bot' });

    const token = cookieOf(c.req.header('cookie')) ?? batch.token;
    const caller = (await takeOver(batch, token, open, received)) ?? (await callerOf(c, batch, token, open));
    if (caller) deps.limits.visitor(c, caller.visitor);
    const client = clientOf(c.req.raw.headers, placeFrom(deps.placeOf(c)), batch.offset);
    const facts = await logEvents(batch, open, client, received);
    if (facts.events.length === 0 && facts.refused.length > 0) {
      open.door.passed(batch, { facts: [], refused: facts.refused, known: none, visitor: '' });
      throw allRefused(facts.refused);
    }
    const { visitor, known: repeated } = caller
      ? await keep(facts, caller, open)
      : await count(facts, await namesOf(c, batch, token, open, deps), open);
    open.door.passed(batch, { facts: facts.events, refused: facts.refused, known: repeated, visitor });

    const looking = await lookingOf(batch, facts.events, caller ? visitor : null, open, received, deps.pages);
    const slots = answerSlots(batch, looking, open, visitor, received);
    if (slots.receipt) deps.later(open.record([slots.receipt]));
    const seen = { address: deps.addressOf(c), named: deps.pages.of(batch.page.id), now: received };
    const sight = await sightOf(told, open, seen);
    if (sight) deps.later(open.record([sight]));
    const sameSite = isSameSite(c.req.raw.headers, origin);
    const renewed = await tokenFor(c, caller, visitor, open, received, sameSite);
    const arrived = caller ? arrivedWith(batch, visitor, open.acknowledged) : [];
    if (sameSite) acknowledge(c, arrived, isRefused(batch.consent), origin);
    const isFirst = batch.events[0]?.event.id.endsWith('.0');
    const answer: Answer = {
      ...(renewed === undefined ? {} : { token: renewed }),
      slots: slots.decisions,
      // Its own arrival this answer says by itself.
      ...(isFirst && !sameSite && arrived.length > 1 ? { arrived: arrivedOf(arrived) } : {}),
      ...(facts.refused.length === 0 ? {} : { refused: facts.refused }),
    };
    if (answer.slots.length === 0 && !answer.token && !answer.arrived && !answer.refused) return c.body(null, 204);
    return c.json(answer);
  });
}

/** Without what the page tells in a second language too. */
function inOneWay(batch: ReadBatch, oneWay: OneWay): ReadBatch {
  const events = oneWay.believed(`${batch.site} ${batch.page.id}`, batch.events);
  if (events.length === batch.events.length) return batch;
  const kept = new Set(events);
  const told = batch.events.filter((one) => !kept.has(one)).map(({ event }) => event.id);
  return { ...batch, events, unread: [...batch.unread, ...told] };
}

/** The visitor that a signed token names, or a new one; null for someone who does not allow to be counted. */
async function callerOf(
  c: Context,
  { consent }: ReadBatch,
  text: string | undefined,
  { tokens, profiles, door }: OpenShop,
): Promise<Caller | null> {
  if (!consent.statistics) return null;
  if (text === undefined || text === '') {
    const visitor = newVisitor();
    profiles.welcome(visitor);
    return { visitor, token: null };
  }
  const token = await tokens.read(text);
  if (!token) {
    door.invalidToken();
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

interface Uncounted {
  /** A name that is good for a day. */
  visitor: string;
  /** What is left to say in the name of the visitor who was counted until now. */
  farewell: LogEvent | null;
}

/** Of someone who does not allow to be counted. Whoever refuses loses the cookie. */
async function namesOf(
  c: Context,
  batch: ReadBatch,
  token: string | undefined,
  open: OpenShop,
  { names, addressOf, now }: CollectDeps,
): Promise<Uncounted> {
  const visitor = cookielessPrefix + (await names.of(batch.site, addressOf(c), c.req.header('user-agent') ?? ''));
  if (!isRefused(batch.consent)) return { visitor, farewell: null };
  if (cookieOf(c.req.header('cookie')) !== null) c.header('set-cookie', noCookie(isSecure(c)));
  return { visitor, farewell: await farewell(batch, token, open, now()) };
}

/** Stores the facts under a name that builds no profile. */
async function count({ events }: Facts, { visitor, farewell }: Uncounted, { record }: OpenShop) {
  const facts: LogEvent[] = events.map(({ identity: _, ...fact }) => ({ ...fact, visitor }));
  if (farewell) facts.push(farewell);
  return { visitor, known: facts.length === 0 ? none : await record(facts) };
}

/** Stores the facts under their visitor; returns who is looking after the last of them, and the places of those already known. */
async function keep(
  { events: facts, isFromOutside }: Facts,
  { visitor }: Caller,
  open: OpenShop,
): Promise<{ visitor: string; known: ReadonlySet<number> }> {
  if (facts.length === 0) return { visitor, known: none };
  await open.profiles.hold([visitor]);
  try {
    const news = withoutRepeats(facts, open.profiles.of(visitor), isFromOutside);
    const attributed = await attributeProved(news, visitor, open);
    const known = await open.record(attributed.events);
    return { visitor: attributed.visitor, known };
  } finally {
    open.profiles.release([visitor]);
  }
}

/** Gives the facts their visitors; an assertion that has spoken for another visitor is a claim like any other. */
async function attributeProved(facts: readonly Omit<LogEvent, 'visitor'>[], visitor: string, open: OpenShop) {
  const { profiles, tokens, people } = open;
  for (let believed = facts; ; ) {
    const attributed = await attribute(believed, visitor, profiles.of(visitor), tokens.successor);
    const stolen = new Set<string>();
    for (const { id, identity, visitor: of } of attributed.events)
      if (identity?.proof !== undefined && !(await people.claim(identity.proof, of))) stolen.add(id);
    if (stolen.size === 0) return attributed;
    believed = believed.map(({ identity, ...fact }) =>
      identity && !stolen.has(fact.id) ? { ...fact, identity } : fact,
    );
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
    profile:
      wanted && visitor !== null && batch.consent.personalisation ? await personOf(visitor, open, isUsable) : null,
    language: languageFor(batch.page.language),
    product: viewed ?? pages.of(batch.page.id),
    cart: events.findLast(({ name }) => name === 'view_cart')?.items?.map(({ id }) => id) ?? null,
    now,
  };
}

/** What was learnt on a device before its owner refused chooses nothing on the others either. */
const isUsable = ({ consent }: Profile) => consent === null || !isRefused(consent.value);

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

/** Tells the shop's next page what has arrived, where a cookie of ours reaches it; whoever refuses loses it. */
function acknowledge(c: Context, arrived: readonly string[], refused: boolean, origin: string): void {
  const isStale = refused && hasAcknowledgement(c.req.header('cookie'));
  if (arrived.length === 0 && !isStale) return;
  const between = { origin, host: new URL(c.req.url).hostname, secure: isSecure(c) };
  c.header('set-cookie', acknowledgementCookie(arrived, between), { append: true });
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
