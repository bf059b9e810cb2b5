import { asc, lte } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { type AskOutside, Unreachable } from '../outside.ts';
import type { Statement, Store } from '../store/store.ts';
import type { Delivery, Endpoint } from './endpoints.ts';
import { nextAttempt, patience } from './retry.ts';
import { signedHeaders } from './sign.ts';
import { deliveries, endpoints, outbox } from './table.ts';

/** Sends what is in the shops' outboxes. */
export interface Outbox {
  /** Sends what is due, each message until it is taken or given up. Resolves with when the next one is due (ms since 1970). */
  runDue(): Promise<number | null>;
  /** Sends an example to this endpoint now, once. `example`: its body at a time. */
  test(endpoint: Endpoint, example: (at: number) => string, store: Store): Promise<Omit<Delivery, 'id'>>;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

interface Deps {
  /** ms since 1970. */
  now(): number;
  shops: { each(work: (shop: { store: Store }) => Promise<void>): Promise<void> };
  ask: AskOutside;
  /** From 0 to 1. */
  random?(): number;
}

type Waiting = Pick<typeof outbox.$inferSelect, 'id' | 'message' | 'visitor' | 'body' | 'attempts'>;

/** What came of an attempt. */
interface Heard {
  status: number | null;
  answer: string;
  retryAfter: string | null;
}

/** ms that an endpoint may take to answer. */
const longest = 15_000;
/** Of an answer. */
const keptLetters = 1_000;
const keptDeliveries = 100;
/** Messages under way at once in a shop: whoever is slow holds up few. */
const atOnce = 8;
const gone = 410;

export function createOutbox({ now, shops, ask, random = Math.random }: Deps): Outbox {
  let running: Promise<number | null> | null = null;
  const stopping = new AbortController();

  async function run(): Promise<number | null> {
    const next: number[] = [];
    await shops.each(async ({ store }) => {
      for (let some = await due(store); some.length > 0; some = await due(store)) {
        const all = await store.db.select().from(endpoints);
        await Promise.all(some.map((one) => send(one, all, store)));
        if (stopping.signal.aborted) return;
      }
      const [[at = null] = []] = await store.all('SELECT min(due_at) FROM outbox', []);
      if (at !== null) next.push(Number(at));
    });
    return next.length === 0 ? null : Math.min(...next);
  }

  function due({ db }: Store) {
    return db
      .select()
      .from(outbox)
      .where(lte(outbox.dueAt, now()))
      .orderBy(asc(outbox.dueAt), asc(outbox.id))
      .limit(atOnce);
  }

  async function send(waiting: typeof outbox.$inferSelect, all: readonly Endpoint[], store: Store): Promise<void> {
    const endpoint = all.find(({ id }) => id === waiting.endpoint);
    if (!endpoint) return store.write([{ sql: 'DELETE FROM outbox WHERE id = ?', params: [waiting.id] }]);
    const at = now();
    const heard = await deliver(waiting, endpoint, at);
    // Broken off by ourselves: it is due again.
    if (!stopping.signal.aborted)
      await store.write(outcome(waiting, endpoint, { at, now: now(), random: random(), heard }));
  }

  async function deliver(
    { message: id, body }: Pick<Waiting, 'message' | 'body'>,
    endpoint: Endpoint,
    at: number,
  ): Promise<Heard> {
    const { secret, oldSecret, oldUntil } = endpoint;
    const secrets = [secret, ...(oldSecret !== null && (oldUntil ?? 0) > at ? [oldSecret] : [])];
    try {
      const answer = await ask(new URL(endpoint.url), {
        headers: { 'content-type': 'application/json', ...(await signedHeaders({ id, body, at }, secrets)) },
        body,
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(longest)]),
      });
      const text = await beginning(answer.body);
      return { status: answer.status, answer: text, retryAfter: answer.header('retry-after') };
    } catch (error) {
      const why = error instanceof Unreachable ? error.message : 'It was broken off before there was an answer.';
      return { status: null, answer: why, retryAfter: null };
    }
  }

  return {
    runDue: () => {
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },
    test: async (endpoint, example, store) => {
      const at = now();
      const waiting = { message: `test_${uuidv7()}`, visitor: '', body: example(at) };
      const { status, answer } = await deliver(waiting, endpoint, at);
      const row = { ...waiting, endpoint: endpoint.id, at, took: now() - at, status, answer, nextAt: null };
      await store.db.insert(deliveries).values(row);
      if (isTaken(status)) await store.write([working(endpoint.id)]);
      const { message, body, took } = row;
      return { message, body, at, took, status, answer, nextAt: null };
    },
    stop: async () => {
      stopping.abort();
      await running?.catch(() => {});
    },
  };
}

interface Attempt {
  /** ms since 1970: when it began, and when it ended. */
  at: number;
  now: number;
  random: number;
  heard: Heard;
}

/** What is written down of an attempt. Of somebody who was erased in the meantime it is nothing. */
function outcome(waiting: Waiting, { id, failingSince }: Endpoint, { at, now, random, heard }: Attempt): Statement[] {
  const { status, answer, retryAfter } = heard;
  const since = failingSince ?? at;
  const isOff = !isTaken(status) && (status === gone || now - since >= patience);
  const next =
    isTaken(status) || isOff ? null : nextAttempt({ attempts: waiting.attempts + 1, now, random, retryAfter });
  return [
    {
      sql:
        'INSERT INTO deliveries (endpoint, message, visitor, body, at, took, status, answer, next_at) ' +
        'SELECT endpoint, message, visitor, body, ?, ?, ?, ?, ? FROM outbox WHERE id = ?',
      params: [at, now - at, status, answer, next, waiting.id],
    },
    {
      sql:
        'DELETE FROM deliveries WHERE endpoint = ? AND id <= ' +
        `(SELECT id FROM deliveries WHERE endpoint = ? ORDER BY id DESC LIMIT 1 OFFSET ${keptDeliveries})`,
      params: [id, id],
    },
    next === null
      ? { sql: 'DELETE FROM outbox WHERE id = ?', params: [waiting.id] }
      : { sql: 'UPDATE outbox SET attempts = attempts + 1, due_at = ? WHERE id = ?', params: [next, waiting.id] },
    ...(isTaken(status) ? [working(id)] : []),
    ...(isTaken(status) ? [] : [{ sql: failing, params: [since, isOff ? now : null, id] }]),
    ...(isOff ? [{ sql: 'DELETE FROM outbox WHERE endpoint = ?', params: [id] }] : []),
  ];
}

function isTaken(status: number | null): boolean {
  return status !== null && status >= 200 && status <= 299;
}

function working(endpoint: string): Statement {
  return { sql: 'UPDATE endpoints SET failing_since = NULL WHERE id = ?', params: [endpoint] };
}

const failing =
  'UPDATE endpoints SET failing_since = coalesce(failing_since, ?), off_at = coalesce(?, off_at) WHERE id = ?';

/** The first letters of an answer; the rest is not waited for. */
async function beginning(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let chunk = await reader.read(); !chunk.done && text.length < keptLetters; chunk = await reader.read())
    text += decoder.decode(chunk.value, { stream: true });
  await reader.cancel().catch(() => {});
  return text.slice(0, keptLetters);
}
