import type { VisitorRow } from '../../server/profiles/visitor.ts';
import { Ago } from '../components/ago.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats, shop } from '../session/session.ts';
import { Person } from './person.tsx';

export function VisitorsTable({ visitors }: { visitors: readonly VisitorRow[] }) {
  const t = messages.value.visitors;
  const { number, amounts, date } = formats.value;
  const currency = shop.value?.currency ?? 'EUR';
  return (
    <div class="visitors-list">
      <Table
        caption={t.title}
        rows={visitors}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t.who,
            cell: ({ id, who, country, simulated }) => (
              <Person id={id} who={who} country={country} simulated={simulated} />
            ),
          },
          { label: t.customer, definition: t.customerMeaning, cell: ({ customer }) => customer ?? '–' },
          { label: t.lastSeen, number: true, cell: ({ lastSeen }) => <Ago at={lastSeen} /> },
          { label: t.firstSeen, number: true, cell: ({ firstSeen }) => date(firstSeen) },
          { label: t.views, number: true, definition: t.viewsMeaning, cell: ({ views }) => number(views) },
          { label: t.orders, number: true, definition: t.ordersMeaning, cell: ({ orders }) => number(orders) },
          { label: t.net, number: true, definition: t.netMeaning, cell: ({ net }) => amounts(net, currency) },
        ]}
      />
    </div>
  );
}
