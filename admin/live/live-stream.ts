import type { LiveEvent } from '../../server/live/live-event.ts';
import { apiBase } from '../api/client.ts';
import { loadSession } from '../session/session.ts';

export type Connection = 'connecting' | 'open' | 'lost';

interface Listener {
  onEvent: (event: LiveEvent) => void;
  onConnection: (connection: Connection) => void;
}

/** The server pings every 15 s; twice that without a word means that the line is dead, whatever the browser believes. */
const silence = 40_000;

/** Hears each event that the collector accepts, and connects again by itself. Returns the way to stop. */
export function listen({ onEvent, onConnection }: Listener): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout>;
  let attempts = 0;

  function connect() {
    source = new EventSource(`${apiBase}/live/stream`);
    source.addEventListener('open', heard);
    source.addEventListener('ping', heard);
    source.addEventListener('event', (message) => {
      heard();
      onEvent(JSON.parse(message.data) as LiveEvent);
    });
    source.addEventListener('error', lose);
    clearTimeout(timer);
    timer = setTimeout(lose, silence);
  }

  function heard() {
    attempts = 0;
    onConnection('open');
    clearTimeout(timer);
    timer = setTimeout(lose, silence);
  }

  function lose() {
    onConnection('lost');
    source.close();
    clearTimeout(timer);
    timer = setTimeout(connect, Math.min(30_000, 1000 * 2 ** attempts++));
    // A stream that was refused does not say why: the session may have ended.
    void loadSession();
  }

  onConnection('connecting');
  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
