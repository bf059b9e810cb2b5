import './customers.css';
import { parseResponse } from 'hono/client';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { client } from '../api/client.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { comparedDaysIn } from './compared-days.ts';
import { CustomerFigures } from './customer-figures.tsx';
import { GroupMap } from './group-map.tsx';
import { Moves } from './moves.tsx';
import { Reliability } from './reliability.tsx';
import { TopCustomers } from './top-customers.tsx';

const fittingTakes = 2_000;

/** Who the shop's customers are, in groups; who moved between them; of whom most is expected. */
export function CustomersPage() {
  const t = messages.value.customers;
  const days = comparedDaysIn(useLocation().query.days);
  const report = useLoad(() => parseResponse(client.customers.$get({ query: { days } })), [days]);
  const isFitting = report.value?.model.isFitting === true;
  useEffect(() => {
    if (!isFitting) return;
    const timer = setTimeout(() => void report.reload(), fittingTakes);
    return () => clearTimeout(timer);
  }, [report.value]);

  return (
    <Page title={t.title} lead={t.lead}>
      <Awaited of={report} lines={12}>
        {(found) =>
          found.groups.every(({ group, people }) => group === 'prospects' || people === 0) ? (
            <EmptyState
              title={t.emptyTitle}
              text={t.emptyText}
              action={<LinkButton href="/admin/install">{t.emptyAction}</LinkButton>}
            />
          ) : (
            <>
              <CustomerFigures report={found} />
              <GroupMap groups={found.groups} />
              <TopCustomers top={found.top} />
              <Moves flows={found.flows} days={days} />
              <Reliability visits={found.visits} />
            </>
          )
        }
      </Awaited>
    </Page>
  );
}
