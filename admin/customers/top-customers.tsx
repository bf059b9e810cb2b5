import type { TopCustomer } from '../../server/visitors/customer-routes.ts';
import { Card } from '../components/card.tsx';
import { Ranged } from '../components/ranged.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats, shop } from '../session/session.ts';
import { Person } from '../visitors/person.tsx';

/** Those of whom most is expected in the next year, and how sure that is. */
export function TopCustomers({ top }: { top: readonly TopCustomer[] }) {
  const t = messages.value.customers;
  const { names } = messages.value.groups;
  const { money, percent } = formats.value;
  const currency = shop.value?.currency ?? 'EUR';
  const inMoney = (amount: number) => money({ amount: Math.round(amount), currency });
  return (
    <Card title={t.top}>
      <Table
        caption={t.top}
        rows={top}
        keyOf={({ visitor }) => visitor.id}
        columns={[
          {
            label: messages.value.visitors.who,
            cell: ({ visitor: { id, who, country, simulated } }) => (
              <Person id={id} who={who} country={country} simulated={simulated} />
            ),
          },
          { label: t.group, cell: ({ group }) => names[group] },
          { label: t.net, number: true, cell: ({ net }) => inMoney(net) },
          { label: t.returns, definition: t.returnsMeaning, number: true, cell: ({ returns }) => percent(returns) },
          {
            label: t.nextYear,
            definition: t.nextYearMeaning,
            number: true,
            cell: ({ nextNet: { mean, low, high } }) => (
              <Ranged value={inMoney(mean)} low={inMoney(low)} high={inMoney(high)} />
            ),
          },
        ]}
      />
    </Card>
  );
}
