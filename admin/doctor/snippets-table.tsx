import type { DoctorReport } from '../../server/doctor/report.ts';
import { Card } from '../components/card.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { DayBars } from './day-bars.tsx';

/** Which builds of the snippet the shop's pages load. */
export function SnippetsTable({ report: { snippets, days } }: { report: DoctorReport }) {
  const t = messages.value.doctor;
  const { number } = formats.value;
  return (
    <Card title={t.snippets}>
      <p class="soft">{t.snippetsMeaning}</p>
      <Table
        caption={t.snippets}
        rows={snippets}
        keyOf={({ version }) => version}
        columns={[
          { label: t.version, cell: ({ version }) => <code>{version}</code> },
          { label: t.today, number: true, cell: (row) => number(row.days.at(-1) ?? 0) },
          { label: t.week, number: true, cell: ({ count }) => number(count) },
          { label: t.trend, cell: (row) => <DayBars days={days} counts={row.days} /> },
        ]}
      />
    </Card>
  );
}
