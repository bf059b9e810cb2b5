import type { OrderView } from '../../server/profiles/visitor.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

/** The latest orders: how each stands, and what is in it. */
export function Orders({ orders }: { orders: readonly OrderView[] }) {
  const t = messages.value.visitor;
  return (
    <Card title={t.orders}>
      {orders.length === 0 && <p class="soft">{t.ordersNone}</p>}
      <ul class="stack">
        {orders.map((order) => (
          <li key={order.id}>
            <Order order={order} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Order({ order }: { order: OrderView }) {
  const t = messages.value.visitor;
  const { date, moment, money } = formats.value;
  const { id, at, status, steps, gross, refunded, confirmed, lines } = order;
  const sums = sumsOf(order);
  const tone = status === 'cancelled' ? 'warn' : status === 'delivered' ? 'good' : 'plain';
  const summary = (
    <span class="order-summary numbers">
      <span class="visitor-value">{t.orderNumber(id)}</span>
      <span class="soft">{date(at)}</span>
      {gross && <strong>{money(gross)}</strong>}
      <Badge tone={tone}>{status === null ? messages.value.events.refund : t.orderStatus[status]}</Badge>
    </span>
  );
  return (
    <Disclosure summary={summary}>
      <ul class="item-lines numbers">
        {lines.map((line, place) => (
          <OrderLine key={`${line.id} ${place}`} line={line} />
        ))}
      </ul>
      {refunded && <p class="soft">{t.refunded(money(refunded))}</p>}
      <ul class="item-lines numbers">
        {sums.map(([label, sum]) => (
          <li key={label}>
            <span class="soft">{label}</span>
            <strong>{sum}</strong>
          </li>
        ))}
      </ul>
      {order.uncosted > 0 && <p class="soft small">{t.uncosted(order.uncosted)}</p>}
      {order.abroad?.rate === null && <p class="soft small">{t.rateMissing}</p>}
      <ol class="soft small">
        {steps.map((step) => (
          <li key={step.status}>
            {t.orderStatus[step.status]}, {moment(step.at)}
          </li>
        ))}
      </ol>
      {!confirmed && <Badge title={t.unconfirmedMeaning}>{t.unconfirmed}</Badge>}
    </Disclosure>
  );
}

/** What the order cost and left, and what that is in the shop's own currency; what nobody knows is left out. */
function sumsOf({ cost, margin, abroad }: OrderView): [label: string, sum: string][] {
  const t = messages.value.visitor;
  const { money, decimal } = formats.value;
  const known: [string, string | false | null | undefined][] = [
    [t.orderCost, cost && money(cost)],
    [t.orderMargin, margin && money(margin)],
    [t.orderAbroad, abroad?.net && money(abroad.net)],
    [t.orderMarginAbroad, abroad?.margin && money(abroad.margin)],
    [t.orderRate, abroad?.rate ? decimal(abroad.rate) : null],
  ];
  return known.flatMap(([label, sum]) => (sum ? [[label, sum]] : []));
}

function OrderLine({ line }: { line: OrderView['lines'][number] }) {
  const t = messages.value.visitor;
  const { number, money, list, date } = formats.value;
  const notes = [
    line.returned > 0 && t.returned(line.returned),
    line.cost && (line.costFrom === 'catalogue' ? t.catalogueCost : t.lineCost)(money(line.cost)),
    line.serials.length > 0 && t.serials(list(line.serials)),
    line.warrantyUntil !== null && t.warranty(date(line.warrantyUntil)),
  ].filter((note): note is string => Boolean(note));
  return (
    <li>
      <span>
        {line.quantity !== 1 && <span class="soft">{number(line.quantity)} × </span>}
        {line.name ?? line.id}
        {notes.map((note) => (
          <span key={note} class="soft small order-note">
            {note}
          </span>
        ))}
      </span>
      {line.price && <span class="soft">{money(line.price)}</span>}
    </li>
  );
}
