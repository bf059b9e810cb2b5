import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { createAcknowledged } from '../../server/collect/acknowledged.ts';
import { acknowledgementCookie, arrivedOf } from '../../server/collect/acknowledgement-cookie.ts';
import type { Answer, Batch, PageEvent } from '../../snippet/protocol.ts';
import { listen } from './listen.ts';

export interface Reply {
  status?: number;
  /** As JSON; a string goes out as it is. */
  body?: Partial<Answer> | string;
  retryAfter?: number;
}

/**
 * A collector that notes what a page sends, and answers what the test wants. `files` is a build of the snippet. It says
 * what has arrived as the real one does: on localhost, where the shop is, by a cookie.
 */
export async function startCollector(files: string, host: 'localhost' | '127.0.0.1' = '127.0.0.1') {
  const acknowledged = createAcknowledged();
  const batches: Batch[] = [];
  /** `Sec-GPC` of each of them. */
  const signals: unknown[] = [];
  const attempts: { status: number; time: number }[] = [];
  const waiting = new Set<() => void>();
  let served = 0;
  const state = {
    reply: (_batch: Batch): Reply | Promise<Reply> => ({}),
    /** To any other call below /v1, by method and path. */
    call: (_call: string, _body: string): object | undefined | Promise<object | undefined> => undefined,
  };

  const { origin, stop } = await listen(host, async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    const { pathname } = new URL(request.url ?? '/', 'http://collector');
    if (pathname === '/v.js') served++;
    const body = request.method === 'POST' ? await text(request) : '';
    const called = await state.call(`${request.method} ${pathname}`, body);
    if (called || request.method === 'OPTIONS') {
      response.setHeader('Access-Control-Allow-Methods', 'GET, POST, DELETE');
      response.setHeader('Access-Control-Allow-Headers', 'authorization');
      return response.end(JSON.stringify(called ?? {}));
    }
    if (pathname !== '/v1/collect') {
      response.setHeader('Content-Type', 'text/javascript');
      return readFile(files + pathname).then(
        (file) => {
          response.end(file);
          for (const look of waiting) look();
        },
        () => response.writeHead(404).end(),
      );
    }
    const batch: Batch = JSON.parse(body);
    const { status = 200, body: answer = { slots: [] }, retryAfter } = await state.reply(batch);
    attempts.push({ status, time: Date.now() });
    if (status < 300) batches.push(batch);
    if (status < 300) signals.push(request.headers['sec-gpc']);
    let arrived: string | undefined;
    const last = batch.events.at(-1)?.id;
    if (status < 300 && last && batch.consent.statistics) {
      const between = { origin: request.headers.origin ?? '', host, secure: false };
      const all = acknowledged.note('one', last);
      if (host === 'localhost') response.setHeader('Set-Cookie', acknowledgementCookie(all, between));
      else arrived = arrivedOf(all);
    }
    if (retryAfter) response.setHeader('Retry-After', retryAfter);
    response.writeHead(status).end(typeof answer === 'string' ? answer : JSON.stringify({ ...answer, arrived }));
    for (const look of waiting) look();
  });

  const events = () => batches.flatMap((batch) => batch.events);

  /** Looks again at each request, for a minute. */
  function when(happened: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`waited in vain; events so far: ${events().map((event) => event.name)}`));
      }, 60_000);
      const look = () => {
        if (!happened()) return;
        clearTimeout(late);
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  }

  /** All events that were accepted until this one has come `times` times, in their order of arrival. */
  async function until(name: string, times = 1): Promise<PageEvent[]> {
    await when(() => events().filter((event) => event.name === name).length >= times);
    return events();
  }

  /** Pages have asked for the snippet this often. */
  const loaded = (times: number) => when(() => served >= times);

  return {
    origin,
    batches,
    signals,
    attempts,
    events,
    when,
    until,
    loaded,
    stop,
    reply: (answer: typeof state.reply) => (state.reply = answer),
    onCall: (answer: typeof state.call) => (state.call = answer),
  };
}
