import { useLocation } from 'preact-iso/router';
import type { Flow } from '../../server/customers/report.ts';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { Explained } from '../components/explained.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { type ComparedDays, comparedDays } from './compared-days.ts';
import { peopleAddress } from './people-address.ts';

const shown = 12;

/** The strongest moves between groups; each number opens who they are. */
export function Moves({ flows, days }: { flows: readonly Flow[]; days: ComparedDays }) {
  const t = messages.value.customers;
  const { names } = messages.value.groups;
  const { route } = useLocation();
  const moved = flows.filter(({ from, to }) => from !== to).slice(0, shown);
  return (
    <Card title={t.moves} aside={<Explained definition={t.movesMeaning}>{t.how}</Explained>}>
      <Choice
        label={t.since}
        options={comparedDays.map((value) => ({ value, label: t.daysAgo(Number(value)) }))}
        value={days}
        onChoose={(value) => route(`/admin/customers?days=${value}`, true)}
      />
      {moved.length === 0 ? (
        <p class="soft">{t.noMoves}</p>
      ) : (
        <Table
          caption={t.moves}
          rows={moved}
          keyOf={({ from, to }) => `${from} ${to}`}
          columns={[
            { label: t.from, cell: ({ from }) => names[from] },
            { label: t.to, cell: ({ to }) => names[to] },
            {
              label: t.people,
              number: true,
              cell: ({ from, to, people }) => (
                <a
                  href={peopleAddress({ group: to, from, days })}
                  aria-label={`${names[from]} → ${names[to]}: ${people}`}
                >
                  {formats.value.number(people)}
                </a>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}
