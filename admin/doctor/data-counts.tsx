import type { DoctorReport } from '../../server/doctor/report.ts';
import { Metric } from '../components/metric.tsx';
import { Metrics } from '../components/metrics.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

/** What came in these days, in five numbers. */
export function DataCounts({ report }: { report: DoctorReport }) {
  const t = messages.value.doctor;
  const { number, percent } = formats.value;
  const { consent, duplicates } = report;
  const views = consent.unknown + consent.refused + consent.statistics + consent.personalisation;
  const refused = report.problems.filter(({ code }) => code.startsWith('refused.'));
  return (
    <Metrics>
      <Metric label={t.events} definition={t.eventsMeaning} value={number(total(report.events))} />
      <Metric label={t.refused} definition={t.refusedMeaning} value={number(total(refused))} />
      <Metric
        label={t.duplicates}
        definition={t.duplicatesMeaning}
        value={number(duplicates.events + duplicates.orders)}
        note={duplicates.orders > 0 && t.ordersNote(duplicates.orders)}
      />
      <Metric label={t.robots} definition={t.robotsMeaning} value={number(total(report.robots))} />
      <Metric
        label={t.consent}
        definition={t.consentMeaning}
        value={views === 0 ? '–' : percent((consent.statistics + consent.personalisation) / views)}
        note={views > 0 && t.consentNote(percent(consent.refused / views), percent(consent.unknown / views))}
      />
    </Metrics>
  );
}

const total = (rows: readonly { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);
