import { parseResponse } from 'hono/client';
import type { Worth as KnownWorth } from '../../server/visitors/worth.ts';
import { client } from '../api/client.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { Metric } from '../components/metric.tsx';
import { Metrics } from '../components/metrics.tsx';
import { Ranged } from '../components/ranged.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats, shop } from '../session/session.ts';

/** What to expect of a person, how sure that is, and why. */
export function Worth({ id }: { id: string }) {
  const t = messages.value.worth;
  const worth = useLoad(() => parseResponse(client.customers.of[':id'].$get({ param: { id } })), [id]);
  return (
    <Card title={t.title} aside={<Explained definition={t.meaning}>{messages.value.customers.how}</Explained>}>
      <Awaited of={worth} lines={4}>
        {(known) => (
          <>
            <Standing worth={known} />
            {known.customer === null ? <p class="soft">{t.prospect}</p> : <Expectations customer={known.customer} />}
            {known.customer !== null && <DueAgain again={known.customer.again} />}
            <p class="soft small">
              {known.model.at === null
                ? messages.value.customers.borrowed
                : messages.value.customers.fitted(known.model.customers, formats.value.moment(known.model.at))}
            </p>
          </>
        )}
      </Awaited>
    </Card>
  );
}

function Standing({ worth: { group, customer, session } }: { worth: KnownWorth }) {
  const t = messages.value.worth;
  const { names, meanings } = messages.value.groups;
  const { percent } = formats.value;
  const within = (low: number, high: number) =>
    percent(low) !== percent(high) && messages.value.customers.range(percent(low), percent(high));
  const alive = customer?.forecast.alive;
  return (
    <>
      <p>
        <Badge tone="note">{names[group]}</Badge> <span class="soft">{meanings[group]}</span>
      </p>
      {customer && (
        <p class="soft small">
          {t.before}:{' '}
          {customer.before
            .map(({ days, group }) =>
              messages.value.customers.movedFrom(names[group], messages.value.customers.daysAgo(days)),
            )
            .join(' · ')}
        </p>
      )}
      <Metrics>
        {alive && (
          <Metric
            label={t.alive}
            definition={t.aliveMeaning}
            value={percent(alive.mean)}
            note={within(alive.low, alive.high)}
          />
        )}
        {customer && (
          <Metric
            label={t.next}
            definition={t.nextMeaning}
            value={dateIn(customer.next.days)}
            note={messages.value.customers.range(dateIn(customer.next.low), dateIn(customer.next.high))}
          />
        )}
        {session && (
          <Metric
            label={t.session}
            definition={t.sessionMeaning}
            value={percent(session.chance)}
            note={within(session.low, session.high)}
          />
        )}
      </Metrics>
    </>
  );
}

function Expectations({ customer: { orders, forecast } }: { customer: NonNullable<KnownWorth['customer']> }) {
  const t = messages.value.worth;
  const { percent, number, money, decimal } = formats.value;
  const currency = shop.value?.currency ?? 'EUR';
  const inMoney = (amount: number) => money({ amount: Math.round(amount), currency });
  const year = forecast.horizons.at(-1)?.returns.mean ?? 0;
  return (
    <>
      <p>
        {t.aliveWords[year > 0.8 ? 'sure' : year > 0.5 ? 'likely' : year > 0.2 ? 'open' : 'unlikely']}{' '}
        {orders === 1 && t.once}
      </p>
      <Table
        caption={t.title}
        rows={forecast.horizons}
        keyOf={({ weeks }) => String(weeks)}
        columns={[
          { label: t.within, cell: ({ weeks }) => t.inDays(Math.round(weeks * 7)) },
          {
            label: t.returns,
            definition: t.returnsMeaning,
            number: true,
            cell: ({ returns: { mean, low, high } }) => (
              <Ranged value={percent(mean)} low={percent(low)} high={percent(high)} />
            ),
          },
          {
            label: t.orders,
            number: true,
            cell: ({ orders: { mean, low, high } }) => (
              <Ranged value={decimal(Math.round(mean * 10) / 10)} low={number(low)} high={number(high)} />
            ),
          },
          {
            label: t.value,
            number: true,
            cell: ({ value: { mean, low, high } }) => (
              <Ranged value={inMoney(mean)} low={inMoney(low)} high={inMoney(high)} />
            ),
          },
        ]}
      />
    </>
  );
}

function DueAgain({ again }: Pick<NonNullable<KnownWorth['customer']>, 'again'>) {
  const t = messages.value.worth;
  return (
    <>
      <h3>
        <Explained definition={t.againMeaning}>{t.again}</Explained>
      </h3>
      {again.length === 0 ? (
        <p class="soft">{t.noneDue}</p>
      ) : (
        <Table
          caption={t.again}
          rows={again}
          keyOf={({ id }) => id}
          columns={[
            { label: t.product, cell: ({ id, name }) => name ?? id },
            { label: t.bought, number: true, cell: ({ times }) => t.times(times) },
            {
              label: t.due,
              number: true,
              cell: ({ due: { days, low, high } }) => (
                <Ranged value={dateIn(days)} low={dateIn(low)} high={dateIn(high)} />
              ),
            },
          ]}
        />
      )}
    </>
  );
}

function dateIn(days: number): string {
  return formats.value.date(Date.now() + days * 86_400_000);
}
