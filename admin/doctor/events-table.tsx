import type { DoctorReport } from '../../server/doctor/report.ts';
import { Card } from '../components/card.tsx';
import { Table } from '../components/table.tsx';
import { eventLabel } from '../events/event-label.ts';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { DayBars } from './day-bars.tsx';

/** What arrives, by name. */
export function EventsTable({ report: { events, days } }: { report: DoctorReport }) {
  const t = messages.value.doctor;
  const { number } = formats.value;
  return (
    <Card title={t.arrives}>
      <Table
        caption={t.arrives}
        rows={events}
        keyOf={({ name }) => name}
        columns={[
          { label: t.name, cell: ({ name }) => eventLabel(name) },
          { label: t.today, number: true, cell: (row) => number(row.days.at(-1) ?? 0) },
          { label: t.week, number: true, cell: ({ count }) => number(count) },
          { label: t.trend, cell: (row) => <DayBars days={days} counts={row.days} /> },
        ]}
      />
    </Card>
  );
}
