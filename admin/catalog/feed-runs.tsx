import type { InferResponseType } from 'hono/client';
import type { client } from '../api/client.ts';
import { Badge } from '../components/badge.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { FeedFailureNote } from './feed-failure.tsx';

type Run = InferResponseType<typeof client.catalog.feed.$get>['runs'][number];

const tones = { taken: 'good', unchanged: 'plain', failed: 'warn' } as const;

/** What became of the latest fetches, newest first; of the last one also why. */
export function FeedRuns({ runs }: { runs: readonly Run[] }) {
  const t = messages.value.catalog;
  const { moment, number, decimal } = formats.value;
  const [last] = runs;
  return (
    <>
      {last?.code && <FeedFailureNote code={last.code} detail={last.detail} />}
      {last && last.firstRefused.length > 0 && (
        <Disclosure summary={t.refused(last.refused)}>
          <Table
            caption={t.refused(last.refused)}
            rows={last.firstRefused}
            keyOf={({ line }) => String(line)}
            columns={[
              { label: t.line, cell: ({ line }) => line },
              { label: t.reason, cell: ({ reason }) => reason },
            ]}
          />
        </Disclosure>
      )}
      <Table
        caption={t.feed.runs}
        rows={runs}
        keyOf={({ startedAt }) => String(startedAt)}
        columns={[
          { label: t.feed.when, cell: ({ startedAt }) => moment(startedAt) },
          {
            label: t.feed.outcome,
            cell: ({ outcome, code }) => (
              <Badge tone={tones[outcome]}>{code ? t.feed.failures[code].what : t.feed.outcomes[outcome]}</Badge>
            ),
          },
          { label: t.feed.kept, number: true, cell: ({ outcome, kept }) => (outcome === 'taken' ? number(kept) : '–') },
          {
            label: t.feed.refused,
            number: true,
            cell: ({ outcome, refused }) => (outcome === 'taken' ? number(refused) : '–'),
          },
          {
            label: t.feed.seconds,
            number: true,
            cell: ({ startedAt, endedAt }) => decimal(Math.round((endedAt - startedAt) / 100) / 10),
          },
        ]}
      />
    </>
  );
}
