import type { CustomersReport } from '../../server/visitors/customer-routes.ts';
import { Metric } from '../components/metric.tsx';
import { Metrics } from '../components/metrics.tsx';
import { messages } from '../language/current.ts';
import { formats, shop } from '../session/session.ts';

/** All customers in four numbers, and how much stands behind what is expected. */
export function CustomerFigures({ report: { groups, model } }: { report: CustomersReport }) {
  const t = messages.value.customers;
  const { number, money, moment } = formats.value;
  const currency = shop.value?.currency ?? 'EUR';
  const total = (of: (group: (typeof groups)[number]) => number) => groups.reduce((sum, group) => sum + of(group), 0);
  const met = total(({ people }) => people);
  const customers = met - (groups.find(({ group }) => group === 'prospects')?.people ?? 0);
  return (
    <>
      <Metrics>
        <Metric label={t.customers} definition={t.customersMeaning} value={number(customers)} note={t.ofPeople(met)} />
        <Metric label={t.net} definition={t.netMeaning} value={money({ amount: total(({ net }) => net), currency })} />
        <Metric
          label={t.nextOrders}
          definition={t.nextOrdersMeaning}
          value={number(Math.round(total(({ nextOrders }) => nextOrders)))}
          note={t.year}
        />
        <Metric
          label={t.nextNet}
          definition={t.nextNetMeaning}
          value={money({ amount: total(({ nextNet }) => nextNet), currency })}
          note={t.year}
        />
      </Metrics>
      <p class="soft small" role="status">
        {model.at === null ? t.borrowed : t.fitted(model.customers, moment(model.at))} {model.isFitting && t.fitting}
      </p>
    </>
  );
}
