import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { LiveEvent } from './live-event.ts';
import type { LiveFeed } from './live-feed.ts';

const pulse = 15_000;

/** Who is on the shop's pages now: `/` once, `/stream` as server-sent events. */
export function liveRoutes() {
  return new Hono<{ Variables: { shop: { live: LiveFeed } } }>()
    .get('/', (c) => {
      const { live } = c.get('shop');
      return c.json({
        visitors: live.visitors(),
        events: [...live.events()],
        perMinute: live.perMinute(),
        carts: live.carts(),
      });
    })
    .get('/stream', (c) => {
      const { live } = c.get('shop');
      return streamSSE(c, async (stream) => {
        const waiting: LiveEvent[] = [];
        let wake = () => {};
        const unsubscribe = live.subscribe((event) => {
          // A reader who cannot keep up loses the oldest, not the shop's memory.
          if (waiting.push(event) > 500) waiting.shift();
          wake();
        });
        stream.onAbort(() => {
          unsubscribe();
          wake();
        });
        // At once, so that no proxy keeps the browser waiting for the stream to open.
        await stream.writeSSE({ event: 'ping', data: '' });
        while (!stream.aborted) {
          const event = waiting.shift();
          if (event) await stream.writeSSE({ event: 'event', data: JSON.stringify(event) });
          else if (!(await woken((resolve) => (wake = resolve), pulse)))
            await stream.writeSSE({ event: 'ping', data: '' });
        }
        unsubscribe();
      });
    });
}

/** True when called back in time. */
function woken(arm: (resolve: () => void) => void, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    arm(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
