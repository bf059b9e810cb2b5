import type { Signal } from '@preact/signals';
import type { LiveEvent } from '../../server/live/live-event.ts';
import { Ago } from '../components/ago.tsx';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { EventIcon } from '../events/event-icon.tsx';
import { eventLabel } from '../events/event-label.ts';
import { firstMessages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { Person } from '../visitors/person.tsx';

interface Props {
  events: readonly LiveEvent[];
  /** While someone points at a row or stands on it, the list holds still. */
  paused: Signal<boolean>;
}

const shown = 25;

/** What happens on the shop, newest on top. */
export function EventFeed({ events, paused }: Props) {
  const t = firstMessages.value.live;
  const hold = (still: boolean) => () => {
    paused.value = still;
  };
  return (
    <Card title={t.feed} aside={paused.value && <Badge>{t.paused}</Badge>}>
      <ol
        class="feed"
        onPointerEnter={(event) => event.pointerType === 'mouse' && hold(true)()}
        onPointerLeave={hold(false)}
        onFocusIn={hold(true)}
        onFocusOut={hold(false)}
      >
        {events.slice(0, shown).map((event) => (
          <li key={event.id} class="feed-row">
            <EventIcon name={event.name} />
            <div class="feed-words">
              <p>
                <Person id={event.visitor} who={event.who} country={event.country} simulated={event.simulated} />
              </p>
              <p class="soft small">
                {eventLabel(event.name)}
                {subject(event) && `: ${subject(event)}`}
              </p>
            </div>
            <div class="feed-side small soft numbers">
              {event.value && <strong>{formats.value.money(event.value)}</strong>}
              <Ago at={event.at} />
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function subject({ items, title, path }: LiveEvent): string {
  const [item] = items;
  return item ? (item.name ?? item.id) : (title ?? path);
}
