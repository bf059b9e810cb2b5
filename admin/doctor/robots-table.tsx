import type { DoctorReport } from '../../server/doctor/report.ts';
import { Card } from '../components/card.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { DayBars } from './day-bars.tsx';

/** Who came and is no person, by kind. */
export function RobotsTable({ report: { robots, days } }: { report: DoctorReport }) {
  const t = messages.value.doctor;
  const { number } = formats.value;
  const kinds: Record<string, string> = t.kinds;
  return (
    <Card title={t.whoRobots}>
      <Table
        caption={t.whoRobots}
        rows={robots}
        keyOf={({ kind }) => kind}
        columns={[
          { label: t.kind, cell: ({ kind }) => kinds[kind] ?? kind },
          { label: t.today, number: true, cell: (row) => number(row.days.at(-1) ?? 0) },
          { label: t.week, number: true, cell: ({ count }) => number(count) },
          { label: t.trend, cell: (row) => <DayBars days={days} counts={row.days} /> },
        ]}
      />
    </Card>
  );
}
