import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { LiveEvent } from '../../server/live/live-event.ts';
import { type Connection, listen } from './live-stream.ts';

/** Listens while the page is open; says how the connection does. */
export function useLiveStream(onEvent: (event: LiveEvent) => void): Connection {
  const connection = useSignal<Connection>('connecting');
  const hear = useRef(onEvent);
  hear.current = onEvent;
  useEffect(
    () =>
      listen({
        onEvent: (event) => hear.current(event),
        onConnection: (state) => {
          connection.value = state;
        },
      }),
    [connection],
  );
  return connection.value;
}
