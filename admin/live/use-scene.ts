import { useSignal } from '@preact/signals';
import { parseResponse } from 'hono/client';
import { useEffect, useRef } from 'preact/hooks';
import type { LiveEvent } from '../../server/live/live-event.ts';
import { client } from '../api/client.ts';
import { useLoad } from '../load/use-load.ts';
import { heardFirstEvent } from '../session/session.ts';
import { applyEvents } from './apply-events.ts';
import { useLiveStream } from './use-live-stream.ts';

/** The server's view is asked for again this often: people leave, minutes pass, carts change. */
const refresh = 10_000;

/** The live view: a snapshot, and the events since, put in once a second so that nothing flickers. */
export function useScene() {
  const snapshot = useLoad(() => parseResponse(client.live.$get()), []);
  const arrived = useSignal<LiveEvent[]>([]);
  const waiting = useRef<LiveEvent[]>([]);
  const paused = useSignal(false);
  const connection = useLiveStream((event) => {
    waiting.current.push(event);
    heardFirstEvent(event.at);
  });

  useEffect(() => {
    const flush = setInterval(() => {
      if (paused.peek() || waiting.current.length === 0) return;
      arrived.value = [...waiting.current, ...arrived.peek()].slice(0, 200);
      waiting.current = [];
    }, 1000);
    const again = setInterval(() => {
      if (!document.hidden && !paused.peek()) void snapshot.reload();
    }, refresh);
    return () => {
      clearInterval(flush);
      clearInterval(again);
    };
  }, [snapshot.reload]);

  // What happened between the snapshot and the opening of the stream is in neither.
  useEffect(() => {
    if (connection === 'open') void snapshot.reload();
  }, [connection, snapshot.reload]);

  // A snapshot holds what came before it; only what it does not know yet is put on top.
  useEffect(() => {
    const seen = new Set(snapshot.value?.events.map(({ id }) => id));
    const oldest = snapshot.value?.events.at(-1)?.at ?? 0;
    arrived.value = arrived.peek().filter(({ id, at }) => !seen.has(id) && at >= oldest);
  }, [snapshot.value, arrived]);

  const value = snapshot.value && applyEvents(snapshot.value, arrived.value);
  return { scene: { ...snapshot, value }, connection, paused };
}
