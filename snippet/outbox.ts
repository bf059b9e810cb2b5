import { describePage } from './page.ts';
import type { Answer, Batch, Consent, Decision, Page, PageEvent, Params } from './protocol.ts';
import { quietly } from './quietly.ts';
import type { Tag } from './tag.ts';
import { createToken } from './token.ts';

/** Events that wait; the oldest are dropped beyond it. */
const CAPACITY = 200;
/** Events and characters of a batch. Under 64 KiB in any script: browsers refuse more with `keepalive`. */
const BATCH_EVENTS = 50;
const BATCH_CHARACTERS = 20_000;
/** ms in which events gather. */
const PAUSE = 1_000;

interface Waiting {
  page: Page;
  /** As JSON: the shop may change its objects after the call. */
  event: string;
  /** The next event is somebody else's, or under another consent. */
  last: boolean;
  /** Of the visitor who has left since; all others go with the token that is kept when they leave. */
  token?: string;
}

interface Needs extends Pick<Tag, 'origin' | 'site'> {
  consent(): Consent;
  slots(): string[];
  show(decisions: Decision[], swap: boolean): void;
}

/**
 * Everything that leaves the page: events in order, one request at a time, kept until the collector has them; with
 * them goes the question what the slots show.
 */
export function createOutbox({ origin, site, consent, slots, show }: Needs) {
  const token = createToken();
  const waiting: Waiting[] = [];
  let page: Page;
  let sequence = 0;
  let asking = false;
  let questions = 0;
  let departures = 0;
  let onTheWay = 0;
  let failures = 0;
  let pausedUntil = 0;
  let timer: number | undefined;
  let due = 0;

  function open(referrer: string | undefined) {
    page = describePage(referrer);
    sequence = 0;
    // The first look at the storage and the first request are each slow enough for a task of their own.
    allowed();
    add('page_view');
    ask();
  }

  function add(name: string, params?: Params, last = false) {
    const event: PageEvent = { id: `${page.id}.${sequence}`, name, time: Date.now(), params };
    waiting.push({ page, event: JSON.stringify(event), last });
    sequence++;
    waiting.splice(0, waiting.length - CAPACITY);
    sendIn(PAUSE);
  }

  /** Asks once for all reasons to ask that come before the next request. */
  function ask() {
    if (!asking) questions++;
    asking = true;
    sendIn(0);
  }

  /** Whoever was here takes the waiting events along, and nothing of them stays on the device. */
  function leave() {
    const kept = allowed();
    for (const one of waiting) one.token ??= kept;
    token.drop();
    departures++;
  }

  const allowed = () => (consent().statistics ? token.read() : '');

  function sendIn(delay: number) {
    const at = Math.max(Date.now() + delay, pausedUntil);
    if (timer && due <= at) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(quietly(onTime), at - Date.now());
  }

  function onTime() {
    timer = undefined;
    // One at a time: the first answer may bring the token without which the collector would see a second visitor.
    if (!onTheWay && (waiting.length > 0 || asking)) void post(!document.hidden);
  }

  /** The page may never run again. */
  function flush() {
    while (waiting.length > 0) void post(false);
  }

  async function post(mayAsk: boolean) {
    const batch = take();
    const question = mayAsk && asking && waiting.length === 0 ? questions : 0;
    const places = question ? slots() : [];
    if (question) asking = false;
    if (batch.length === 0 && places.length === 0) return;
    const visitor = departures;
    onTheWay++;
    let retryAfter = 0;
    try {
      const head: Omit<Batch, 'events'> = {
        site,
        token: (batch[0]?.token ?? allowed()) || undefined,
        consent: consent(),
        sent: Date.now(),
        page: batch[0]?.page ?? page,
        slots: places.length > 0 ? places : undefined,
      };
      // The last title that a view had is its final one.
      if (head.page === page) page.title = document.title;
      const body = `${JSON.stringify(head).slice(0, -1)},"events":[${batch.map((one) => one.event)}]}`;
      const response = await fetch(`${origin}/v1/collect`, {
        method: 'POST',
        body,
        keepalive: body.length < 1.1 * BATCH_CHARACTERS,
        credentials: 'include',
      });
      if (response.status === 429 || response.status > 499) {
        retryAfter = Number(response.headers.get('Retry-After')) || 0;
        throw response;
      }
      if (response.status === 401) {
        // A token that the collector does not know: without it the events find a visitor.
        token.drop();
        for (const one of batch) delete one.token;
        throw response;
      }
      const answer: Partial<Answer> = response.status === 200 ? await response.json() : {};
      failures = 0;
      // An answer to somebody who has left must not bring them back.
      if (answer.token && consent().statistics && visitor === departures) token.keep(answer.token);
      if (question && question === questions) show(answer.slots ?? [], question > 1);
    } catch {
      waiting.unshift(...batch);
      if (question) asking = true;
      pausedUntil = Date.now() + pause(failures++, retryAfter);
      clearTimeout(timer);
      timer = undefined;
    }
    onTheWay--;
    if (!timer && (waiting.length > 0 || asking)) sendIn(0);
  }

  /** The oldest events that share a page and a visitor, within the bounds of a batch. */
  function take(): Waiting[] {
    let size = 0;
    const end = waiting.findIndex((one, index) => {
      size += one.event.length;
      const before = waiting[index - 1];
      return before && (before.last || before.page !== one.page || index === BATCH_EVENTS || size > BATCH_CHARACTERS);
    });
    return waiting.splice(0, end < 0 ? waiting.length : end);
  }

  return { open, add, ask, leave, flush, sendIn };
}

/** ms before the next attempt: doubled each time, spread so that a shop's visitors do not come back all at once. */
function pause(failures: number, retryAfter: number): number {
  const seconds = Math.max(retryAfter, 2 ** failures * (0.5 + Math.random() / 2));
  return 1_000 * Math.min(seconds, 3_600);
}
