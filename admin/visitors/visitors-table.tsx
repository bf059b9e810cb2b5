import type { VisitorRow } from '../../server/profiles/visitor.ts';
import { Ago } from '../components/ago.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats, shop } from '../session/session.ts';
import { Person, shortId } from './person.tsx';

interface Props {
  visitors: readonly VisitorRow[];
  /** Who is picked, where one picks: by the number that the shop has for them, or their id. */
  picked?: ReadonlySet<string> | null;
  onPick?: (named: string, isPicked: boolean) => void;
}

export function VisitorsTable({ visitors, picked, onPick }: Props) {
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
            cell: ({ id, who, country, simulated, customer }) => (
              <span class="row">
                {picked && (
                  <input
                    type="checkbox"
                    aria-label={t.pick(who ?? shortId(id))}
                    checked={picked.has(customer ?? id)}
                    onChange={(event) => onPick?.(customer ?? id, event.currentTarget.checked)}
                  />
                )}
                <Person id={id} who={who} country={country} simulated={simulated} />
              </span>
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
