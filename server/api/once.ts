import { createMiddleware } from 'hono/factory';
import { digest } from '../digest.ts';
import { limitBody } from '../limit-body.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { ApiEnv } from './access.ts';

const kept = 24 * 3_600_000;
const largest = 4 * 1024 * 1024;

export const apiLimit = limitBody(
  largest,
  `A body has at most ${largest / 1024 / 1024} MiB; send fewer entries at once.`,
);

interface Answer {
  body: string;
  status: number;
  type: string;
  answer: string;
}

/**
 * The same `Idempotency-Key` with the same body gives the same answer for a day, and does nothing again
 * (draft-ietf-httpapi-idempotency-key-header). A failure of ours is not kept: it may be tried again.
 */
export function once({ now }: { now(): number }) {
  const underWay = new Set<string>();
  return createMiddleware<ApiEnv>(async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (key === undefined) return next();
    if (!/^[\x21-\x7e]{1,200}$/.test(key))
      throw new Problem(400, 'invalid-idempotency-key', 'An Idempotency-Key has 1 to 200 visible ASCII characters.');
    const { store, shop } = c.get('shop');
    const request = `${c.req.method} ${c.req.path} ${key}`;
    const body = await digest(await c.req.text());
    const known = await find(store, request, now() - kept);
    if (known) return replay(known, body);
    const turn = `${shop.key} ${request}`;
    if (underWay.has(turn))
      throw new Problem(409, 'idempotency-key-busy', 'A request with this Idempotency-Key is still under way.');
    underWay.add(turn);
    try {
      await next();
      if (c.res.status >= 500) return;
      const answer = await c.res.clone().text();
      const type = c.res.headers.get('content-type') ?? '';
      await keep(store, [request, body, c.res.status, type, answer, now()], now() - kept);
    } finally {
      underWay.delete(turn);
    }
  });
}

function replay({ body, status, type, answer }: Answer, asked: string): Response {
  if (body !== asked)
    throw new Problem(
      409,
      'idempotency-key-reused',
      'This Idempotency-Key was used with another body; take a new one.',
    );
  const headers = { 'idempotency-replayed': 'true', ...(type === '' ? {} : { 'content-type': type }) };
  return new Response(answer === '' ? null : answer, { status, headers: { 'cache-control': 'no-store', ...headers } });
}

async function find(store: Store, request: string, oldest: number): Promise<Answer | null> {
  const [row] = await store.all('SELECT body, status, type, answer FROM answers WHERE request = ? AND at > ?', [
    request,
    oldest,
  ]);
  if (!row) return null;
  const [body, status, type, answer] = row;
  return { body: String(body), status: Number(status), type: String(type), answer: String(answer) };
}

async function keep(store: Store, row: (string | number)[], oldest: number): Promise<void> {
  await store.write([
    { sql: 'DELETE FROM answers WHERE at <= ?', params: [oldest] },
    {
      sql: 'INSERT OR REPLACE INTO answers (request, body, status, type, answer, at) VALUES (?, ?, ?, ?, ?, ?)',
      params: row,
    },
  ]);
}
