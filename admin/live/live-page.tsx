import './live.css';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Metric } from '../components/metric.tsx';
import { Metrics } from '../components/metrics.tsx';
import { Page } from '../components/page.tsx';
import { Sparkline } from '../components/sparkline.tsx';
import { ZoneNote } from '../components/zone-note.tsx';
import { firstMessages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { formats, shop } from '../session/session.ts';
import { EventFeed } from './event-feed.tsx';
import { LiveSummary } from './live-summary.tsx';
import { PeopleNow } from './people-now.tsx';
import { useScene } from './use-scene.ts';

/** Who is on the shop's pages at this moment, and what happens there. */
export function LivePage() {
  const t = firstMessages.value.live;
  const { scene, connection, paused } = useScene();
  const aside =
    connection === 'lost' ? (
      <Badge tone="warn">
        <span role="status">{t.reconnecting}</span>
      </Badge>
    ) : connection === 'open' ? (
      <Badge tone="good">
        <span class="live-dot" aria-hidden="true" />
        {t.connected}
      </Badge>
    ) : null;

  return (
    <Page title={t.title} aside={aside}>
      <Awaited of={scene} lines={9}>
        {({ visitors, events, perMinute, carts }) =>
          events.length === 0 && visitors.length === 0 ? (
            <Quiet />
          ) : (
            <>
              <Metrics>
                <Metric label={t.people} definition={t.peopleMeaning} value={formats.value.number(visitors.length)} />
                <Metric
                  label={t.events}
                  definition={t.eventsMeaning}
                  value={formats.value.number(perMinute.reduce((sum, count) => sum + count, 0))}
                />
                <Metric label={t.carts} definition={t.cartsMeaning} value={formats.value.number(carts.count)} />
                <Metric
                  label={t.cartValue}
                  definition={t.cartValueMeaning}
                  value={formats.value.amounts(carts.value, shop.value?.currency ?? 'EUR')}
                />
              </Metrics>
              <LiveSummary people={visitors.length} carts={carts.count} />
              <Card title={t.lastHalfHour}>
                <Sparkline
                  values={perMinute}
                  label={t.halfHourLabel(perMinute.reduce((sum, count) => sum + count, 0))}
                  titles={perMinute.map((count, place) => t.minute(perMinute.length - 1 - place, count))}
                />
              </Card>
              <div class="page-columns live-columns">
                <EventFeed events={events} paused={paused} />
                <PeopleNow visitors={visitors} />
              </div>
              <ZoneNote />
            </>
          )
        }
      </Awaited>
    </Page>
  );
}

/** Nothing yet: a shop without the tag is led to it, any other just waits. */
function Quiet() {
  const t = firstMessages.value.live;
  if (shop.value?.firstEventAt === null) {
    const action = <LinkButton href="/admin/install">{t.neverAction}</LinkButton>;
    return <EmptyState title={t.neverTitle} text={t.neverText} action={action} />;
  }
  return (
    <EmptyState
      title={t.quietTitle}
      text={t.quietText}
      action={<LinkButton href="/admin/visitors">{t.quietAction}</LinkButton>}
    />
  );
}
