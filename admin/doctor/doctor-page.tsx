import './doctor.css';
import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { DataCounts } from './data-counts.tsx';
import { EventsTable } from './events-table.tsx';
import { Problems } from './problems.tsx';
import { RobotsTable } from './robots-table.tsx';
import { SnippetsTable } from './snippets-table.tsx';
import { TrustScore } from './trust-score.tsx';

/** Whether the shop's data can be trusted, and what to put right. */
export function DoctorPage() {
  const t = messages.value.doctor;
  const report = useLoad(() => parseResponse(client.doctor.$get()), []);
  return (
    <Page title={t.title} lead={t.lead}>
      <Awaited of={report} lines={12}>
        {(found) =>
          found.events.length === 0 && found.problems.length === 0 && found.robots.length === 0 ? (
            <EmptyState
              title={t.emptyTitle}
              text={t.emptyText}
              action={<LinkButton href="/admin/install">{t.emptyAction}</LinkButton>}
            />
          ) : (
            <>
              <DataCounts report={found} />
              <div class="page-columns">
                <Card title={t.problems}>
                  <Problems problems={found.problems} />
                </Card>
                <TrustScore trust={found.trust} />
              </div>
              {found.events.length > 0 && <EventsTable report={found} />}
              {found.robots.length > 0 && <RobotsTable report={found} />}
              {found.snippets.length > 0 && <SnippetsTable report={found} />}
            </>
          )
        }
      </Awaited>
    </Page>
  );
}
