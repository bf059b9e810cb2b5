import { keep, kept } from './device.ts';
import { CAPACITY, exchange, isAcknowledged, LEFTOVERS, type Letter } from './leftovers.ts';
import { describePage } from './page.ts';
import type { Answer, Batch, Page, PageEvent, Params } from './protocol.ts';
import { quietly } from './quietly.ts';
import type { Tag } from './tag.ts';

const TOKEN = 'vitrina';
/** Events and characters of a letter. Under 64 KiB in any script: browsers refuse more with `keepalive`. */
const LETTER_EVENTS = 50;
const LETTER_CHARACTERS = 20_000;
/** ms in which events gather. */
const PAUSE = 1_000;

/** May put a question into a batch; what it returns hears the answer, or that there was none. */
export type Ask = (batch: Batch) => ((answer?: Partial<Answer>) => void) | undefined;

/**
 * Everything that leaves the page: events in order, one request at a time, kept until the collector has them; with
 * them goes what is asked. Consent is read from `tag` each time.
 */
export function createOutbox(tag: Tag, ask?: Ask) {
  const sent: Letter[] = [];
  let waiting: Letter[] = [];
  let page: Page;
  let sequence = 0;
  let token: string | undefined;
  let departures = 0;
  let failures = 0;
  let pausedUntil = 0;
  let timer: number | undefined;

  function open(referrer: string | undefined) {
    page = describePage(referrer);
    sequence = 0;
    // The first look at the storage and the first request are each slow enough for a task of their own.
    allowed();
    add('page_view');
    sendIn(0);
  }

  function add(name: string, params?: Params, sealed?: boolean) {
    const id = `${page.id}.${sequence}`;
    const event: PageEvent = { id, name, time: Date.now(), params };
    const last = waiting.at(-1);
    const fits =
      last?.page === page &&
      !last.sealed &&
      sequence % LETTER_EVENTS > 0 &&
      JSON.stringify(last).length < LETTER_CHARACTERS;
    const letter: Letter = fits ? last : { page, events: [], id };
    // A copy: the shop may change its objects after the call.
    letter.events.push(JSON.parse(JSON.stringify(event)));
    letter.id = id;
    letter.sealed = sealed;
    if (!fits) waiting = [...waiting, letter].slice(-CAPACITY);
    sequence++;
    sendIn(PAUSE);
  }

  /** Whoever was here takes the waiting events along, and nothing of them stays on the device. */
  function depart() {
    resume();
    const was = allowed();
    for (const letter of waiting) letter.token ??= was;
    forgetVisitor();
    keep(LEFTOVERS, '');
    departures++;
  }

  function allowed() {
    if (!tag.consent.statistics) return '';
    token ??= kept(TOKEN) ?? '';
    return token;
  }

  function forgetVisitor() {
    token = '';
    keep(TOKEN, '');
  }

  /** At once, or sometime soon. */
  function sendIn(delay: number) {
    if (delay && timer) return;
    clearTimeout(timer);
    timer = setTimeout(quietly(onTime), Math.max(delay, pausedUntil - Date.now()));
  }

  function onTime() {
    timer = undefined;
    // One at a time: the first answer may bring the token without which the collector would see a second visitor.
    if (!sent[0]) void post(document.hidden);
  }

  /** The page may never run again. */
  function flush() {
    while (waiting[0] && Date.now() >= pausedUntil) void post(true);
    leave();
  }

  /** What the collector has not confirmed is for whichever page comes next. */
  function leave(...done: Letter[]) {
    if (!tag.consent.statistics) return;
    const letters = [...sent, ...waiting];
    exchange([...done, ...letters], (others) => [...others, ...letters]);
    waiting = [];
  }

  /** Takes up what hidden and closed pages could not deliver, so that no other tab takes it too. */
  function resume() {
    if (!tag.consent.statistics) return;
    const letters = exchange(sent, () => []).filter((letter) => !isAcknowledged(letter));
    waiting = [...letters, ...waiting];
  }

  async function post(leaving: boolean) {
    const letter: Letter = waiting.shift() ?? { page, events: [], id: '' };
    // The last title that a view had is its final one.
    if (letter.page === page) page.title = document.title;
    const batch: Batch = {
      site: tag.site,
      token: (letter.token ?? allowed()) || undefined,
      consent: tag.consent,
      sent: Date.now(),
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
      const keepalive = body.length < 1.1 * LETTER_CHARACTERS;
      // Firefox before 133 has no `keepalive`.
      if (leaving && !('keepalive' in Request.prototype) && navigator.sendBeacon(address, body)) return;
      const response = await fetch(address, { method: 'POST', body, keepalive, credentials: 'include' });
      const { status } = response;
      if (status === 401) {
        // A token that the collector does not know: without it the events find a visitor.
        forgetVisitor();
        delete letter.token;
      }
      if (status === 401 || status === 429 || status > 499) {
        retryAfter = Number(response.headers.get('Retry-After')) || 0;
        throw response;
      }
      answer = status === 200 ? await response.json() : {};
      failures = 0;
      // An answer to somebody who has left must not bring them back.
      if (answer?.token && visitor === departures) {
        token = answer.token;
        keep(TOKEN, token);
      }
    } catch {
      if (letter.id) waiting.unshift(letter);
      pausedUntil = Date.now() + pause(failures++, retryAfter);
      sendIn(0);
    } finally {
      sent.splice(sent.indexOf(letter), 1);
      heard?.(answer);
      if (document.hidden) leave(letter);
      else resume();
      if (!timer) sendIn(0);
    }
  }

  return { open, add, depart, flush, resume, sendIn };
}

/** ms before the next attempt: doubled each time, spread so that a shop's visitors do not come back all at once. */
function pause(failures: number, retryAfter: number): number {
  return 1_000 * Math.min(3_600, Math.max(retryAfter, 2 ** failures * (1 + Math.random())));
}
