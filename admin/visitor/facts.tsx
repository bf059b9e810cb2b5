import type { Visitor } from '../../server/profiles/visitor.ts';
import { Ago } from '../components/ago.tsx';
import { Card } from '../components/card.tsx';
import { Metric } from '../components/metric.tsx';
import { Metrics } from '../components/metrics.tsx';
import { Sparkline } from '../components/sparkline.tsx';
import { ZoneNote } from '../components/zone-note.tsx';
import { messages } from '../language/current.ts';
import { formats, shop } from '../session/session.ts';
import { Cart } from './cart.tsx';

/** The numbers of a person, and their last thirty days. */
export function Facts({ visitor }: { visitor: Visitor }) {
  const t = messages.value.visitor;
  const { number, amounts, date, dayMonth } = formats.value;
  const currency = shop.value?.currency ?? 'EUR';
  const views = visitor.days.reduce((sum, day) => sum + day.views, 0);
  return (
    <>
      <Metrics>
        <Metric
          label={t.lastSeen}
          definition={t.lastSeenMeaning}
          value={<Ago at={visitor.lastSeen} />}
          note={t.since(date(visitor.firstSeen))}
        />
        <Metric label={t.visits} definition={t.visitsMeaning} value={number(visitor.visits)} />
        <Metric label={t.views} definition={t.viewsMeaning} value={number(visitor.views)} />
        <Metric
          label={t.orders}
          definition={t.ordersMeaning}
          value={number(visitor.orders)}
          note={visitor.lastOrder !== null && t.lastOrder(date(visitor.lastOrder))}
        />
        <Metric label={t.gross} definition={t.grossMeaning} value={amounts(visitor.gross, currency)} />
        <Metric label={t.net} definition={t.netMeaning} value={amounts(visitor.net, currency)} />
      </Metrics>
      <div class="page-columns">
        <Card title={t.thirtyDays}>
          <Sparkline
            values={visitor.days.map((day) => day.views)}
            label={t.thirtyDaysLabel(views)}
            titles={visitor.days.map((day) => t.viewsOn(dayMonth(day.day), day.views))}
          />
          <ZoneNote />
        </Card>
        <Cart lines={visitor.cart} state={visitor.cartState} />
      </div>
    </>
  );
}
