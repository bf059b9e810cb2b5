import { Hono, type MiddlewareHandler } from 'hono';
import { fromRow } from '../log/log-event.ts';
import type { Store } from '../store/store.ts';
import type { ApiEnv } from './access.ts';
import type { Operation } from './operation.ts';

const page = 1_000;

export const exportOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/export',
    summary: 'Export everything',
    text: 'One JSON object a line: {"product": ...} for each product, then {"event": ...} for each event in the order of its commit. "vitrina import events" reads it again.',
    access: 'key',
    answers: { 200: { text: 'JSON lines, as they are read.', type: 'application/jsonl' } },
  },
];

/** Everything that the shop has, in the words in which it can be taken in again. */
export function exportApi(access: MiddlewareHandler<ApiEnv>) {
  return new Hono<ApiEnv>().get('/', access, (c) => {
    const { store, catalog, shop } = c.get('shop');
    const lines = linesOf(store, catalog.newest());
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const { value, done } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await lines.return(undefined)),
    });
    return c.body(body, 200, {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': `attachment; filename="${shop.key}.jsonl"`,
    });
  });
}

/** A page at a time: what is under way is never more than that, however long the log. */
async function* linesOf(store: Store, products: readonly object[]): AsyncGenerator<Uint8Array, undefined> {
  const encoder = new TextEncoder();
  const asLines = (name: string, all: readonly object[]) =>
    encoder.encode(all.map((one) => `${JSON.stringify({ [name]: one })}\n`).join(''));
  for (let from = 0; from < products.length; from += page) yield asLines('product', products.slice(from, from + page));
  for (let seq = 0; ; ) {
    const rows = await store.all(
      'SELECT id, visitor, at, name, body, seq FROM log WHERE seq > ? ORDER BY seq LIMIT ?',
      [seq, page],
    );
    const last = rows.at(-1);
    if (!last) return undefined;
    seq = Number(last[5]);
    yield asLines('event', rows.map(fromRow));
  }
}
