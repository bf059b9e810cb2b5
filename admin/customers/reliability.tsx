import type { Bin } from '../../server/predict/reliability.ts';
import type { CustomersReport } from '../../server/visitors/customer-routes.ts';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

/** Whether the chance to buy keeps its word. */
export function Reliability({ visits: { learned, reliability } }: Pick<CustomersReport, 'visits'>) {
  const t = messages.value.customers;
  const { number, percent } = formats.value;
  const bins = reliability.filter(({ count }) => count > 0);
  return (
    <Card title={t.visits} aside={<Explained definition={t.visitsMeaning}>{t.how}</Explained>}>
      <p class="soft">{t.visitsLearned(learned)}</p>
      {bins.length > 0 && (
        <div class="reliability">
          <Plot bins={bins} />
          <Table
            caption={t.visits}
            rows={bins}
            keyOf={(bin) => String(bin.foretold / bin.count)}
            columns={[
              { label: t.foretold, cell: ({ foretold, count }) => percent(foretold / count) },
              { label: t.happened, number: true, cell: ({ happened, count }) => percent(happened / count) },
              { label: t.moments, number: true, cell: ({ count }) => number(count) },
            ]}
          />
        </div>
      )}
    </Card>
  );
}

function Plot({ bins }: { bins: readonly Bin[] }) {
  const most = Math.max(...bins.map(({ count }) => count));
  return (
    <svg viewBox="-4 -4 108 108" role="img" aria-label={messages.value.customers.visitsPicture}>
      <rect class="reliability-frame" width="100" height="100" />
      <line class="reliability-line" x1="0" y1="100" x2="100" y2="0" />
      {bins.map(({ count, foretold, happened }) => (
        <circle
          key={foretold / count}
          class="reliability-point"
          cx={(100 * foretold) / count}
          cy={100 - (100 * happened) / count}
          r={1.5 + 3 * Math.sqrt(count / most)}
        />
      ))}
    </svg>
  );
}
