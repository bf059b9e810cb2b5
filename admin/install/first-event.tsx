import { CircleCheck } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { LiveEvent } from '../../server/live/live-event.ts';
import { Ago } from '../components/ago.tsx';
import { Card } from '../components/card.tsx';
import { Flag } from '../components/flag.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { eventLabel } from '../events/event-label.ts';
import { messages } from '../language/current.ts';
import { useLiveStream } from '../live/use-live-stream.ts';
import { formats, heardFirstEvent } from '../session/session.ts';
import { NothingYet } from './nothing-yet.tsx';
import { SeenSoFar } from './seen-so-far.tsx';

/** How long one waits before it is likely that something is wrong. */
const patience = 30_000;

interface Props {
  known: LiveEvent | null;
  /** The stream is open: what came before that has to be asked for. */
  onConnected: () => void;
}

/** Listens for the shop's first event, and shows that very event as soon as it is heard. */
export function FirstEvent({ known, onConnected }: Props) {
  const t = messages.value.install;
  const [streamed, setStreamed] = useState<LiveEvent | null>(null);
  const heard = known ?? streamed;
  const [late, setLate] = useState(false);
  const connection = useLiveStream((event) => {
    setStreamed((first) => first ?? event);
    heardFirstEvent(event.at);
  });
  useEffect(() => {
    if (connection === 'open') onConnected();
  }, [connection, onConnected]);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);

  return (
    <Card title={heard ? t.heardTitle : t.listeningTitle}>
      <div role="status">
        {heard ? (
          <div class="first-event">
            <CircleCheck size={28} aria-hidden="true" />
            <div>
              <p>
                <strong>{heard.title ?? heard.path}</strong>
              </p>
              <p class="soft small">{eventLabel(heard.name)}</p>
            </div>
            <p class="row small">
              <Flag country={heard.country} />
              <span>
                {[heard.browser, heard.device && messages.value.devices[heard.device]].filter(Boolean).join(' · ')}
              </span>
              <Ago at={heard.at} />
            </p>
          </div>
        ) : (
          <p class="listening">
            <span class="listening-dot" aria-hidden="true" />
            {connection === 'lost' ? messages.value.live.reconnecting : t.listening}
          </p>
        )}
      </div>
      {heard ? (
        <div class="apart">
          <span class="soft small">{t.heardAt(formats.value.moment(heard.at))}</span>
          <LinkButton href="/admin" look="plain">
            {t.seeLive}
          </LinkButton>
        </div>
      ) : (
        <>
          <SeenSoFar />
          {late && <NothingYet />}
        </>
      )}
    </Card>
  );
}
