import { keep, kept } from './device.ts';
import { CAPACITY, type Letter, leave, leftovers } from './leftovers.ts';
import { describePage } from './page.ts';
import type { Answer, Batch, Page, Params } from './protocol.ts';
import type { Tag } from './tag.ts';

/** Hash of the snippet; set by the build. */
declare const VERSION: string;

export const TOKEN = 'vitrina';
/** Characters of a letter from which on the next event gets a new one; less than 100 events in any case. */
const LETTER = 7_000;
/** Characters that are under 60 KB in any script. Browsers refuse more than 64 KiB with `keepalive`. */
const OUTLIVING = 20_000;
/** The next event may be somebody else's, or under another consent. */
const SEALS = /^(login|logout|consent|gift)$/;
/** ms in which events gather. */
const PAUSE = 1_000;

/** May put a question into a batch; what it returns hears the answer, or that there was none. */
export type Ask = (batch: Batch) => ((answer?: Partial<Answer>) => void) | undefined;

/**
 * Everything that leaves the page: events in order, one request at a time, kept until the collector has them; with
 * them goes what is asked. Consent is read from `tag` each time.
 */
export function createOutbox(tag: Tag, ask?: Ask) {
  let sent: Letter[] = [];
  let waiting: Letter[] = [];
  let page: Page;
  let sequence = 0;
  let token: string | undefined;
  let departures = 0;
  let failures = 0;
  let pausedUntil = 0;
  let timer = 0;

  function open(referrer: string | undefined) {
    page = describePage(referrer);
    sequence = 0;
    // The first look at the storage and the first request are each slow enough for a task of their own.
    allowed();
    add('page_view');
    sendIn(0);
  }

  /** Returns whether from now on somebody else may be looking, or under another consent. */
  function add(name: string, params?: Params) {
    const id = `${page.id}.${sequence++}`;
    let letter = waiting.at(-1);
    if (letter?.page !== page || letter.sealed || JSON.stringify(letter).length > LETTER) {
      letter = { page, events: [], id };
      if (waiting.push(letter) > CAPACITY) waiting.shift();
    }
    letter.events.push({ id, name, time: Date.now(), params });
    letter.id = id;
    letter.sealed = SEALS.test(name);
    sendIn(letter.sealed ? 0 : PAUSE);
    return letter.sealed;
  }

  /** Whoever was here takes the waiting events along, and nothing of them stays on the device. */
  function depart() {
    share(false);
    token ??= kept(TOKEN) ?? '';
    for (const letter of waiting) letter.token ??= token;
    remember('');
    leave([]);
    departures++;
  }

  function allowed() {
    if (!tag.consent.statistics) return '';
    token ??= kept(TOKEN) ?? '';
    return token;
  }

  function remember(next: string) {
    token = next;
    keep(TOKEN, next);
  }

  /** At once, or sometime soon. */
  function sendIn(delay: number) {
    if (delay && timer) return;
    clearTimeout(timer);
    timer = setTimeout(onTime, Math.max(delay, pausedUntil - Date.now()));
  }

  function onTime() {
    timer = 0;
    // One at a time: the first answer may bring the token without which the collector would see a second visitor.
    if (!sent[0]) void post(document.hidden);
  }

  /** The page is shown again; or it is left, and may never run again. */
  function turn(leaving: boolean) {
    while (leaving && waiting[0] && Date.now() >= pausedUntil) void post(true);
    share(leaving);
    sendIn(0);
  }

  /**
   * What the collector has not confirmed lies on the device while the page is hidden, for whichever page comes next. That
   * takes it away, so that no third one does, and drops what the collector says has arrived.
   */
  function share(leaving: boolean, arrived?: string, done?: Letter) {
    if (!tag.consent.statistics) return;
    const mine = [...sent, ...waiting];
    const others = (leftovers() ?? []).filter(
      ({ id }) =>
        // The first look at the cookies blocks, and mostly nothing has been left.
        ![done, ...mine].some((letter) => letter?.id === id) && !(document.cookie + arrived).includes(`${id}~`),
    );
    leave(leaving ? [...others, ...mine] : []);
    waiting = leaving ? [] : [...others, ...waiting];
  }

  async function post(leaving: boolean) {
    const letter: Letter = waiting.shift() ?? { page, events: [], id: '' };
    // The last title that a view had is its final one.
    page.title = document.title;
    const batch: Batch = {
      site: tag.site,
      token: (letter.token ?? allowed()) || undefined,
      consent: tag.consent,
      sent: Date.now(),
      offset: -new Date().getTimezoneOffset(),
      version: VERSION,
      page: letter.page,
      events: letter.events,
    };
    const heard = leaving || waiting[0] ? undefined : ask?.(batch);
    if (!letter.id && !heard) return;
    const visitor = departures;
    let retryAfter = 0;
    let answer: Partial<Answer> | undefined;
    sent.push(letter);
    try {
      const body = JSON.stringify(batch);
      const address = `${tag.origin}/v1/collect`;
      // Firefox before 133 has no `keepalive`.
      if (leaving && !('keepalive' in Request.prototype) && navigator.sendBeacon(address, body)) return;
      const response = await fetch(address, {
        method: 'POST',
        body,
        keepalive: body.length < OUTLIVING,
        credentials: 'include',
      });
      const { status } = response;
      if (status === 401) {
        // A token that the collector does not know: without it the events find a visitor.
        remember('');
        delete letter.token;
      }
      if (/401|429|5../.test(`${status}`)) {
        retryAfter = Number(response.headers.get('Retry-After')) || 0;
        throw response;
      }
      answer = status === 200 ? await response.json() : {};
      failures = 0;
      // An answer to somebody who has left must not bring them back.
      if (answer?.token && visitor === departures) remember(answer.token);
    } catch {
      if (letter.id) waiting.unshift(letter);
      // Doubled each time, and spread so that a shop's visitors do not come back all at once.
      const seconds = Math.max(retryAfter, 2 ** failures++ * (1 + Math.random()));
      pausedUntil = Date.now() + 1_000 * Math.min(seconds, 3_600);
    } finally {
      sent = sent.filter((one) => one !== letter);
      heard?.(answer);
      share(document.hidden, answer?.arrived, letter);
      sendIn(0);
    }
  }

  return { open, add, depart, turn, sendIn };
}
