import type { InferResponseType } from 'hono/client';
import { client } from '../api/client.ts';
import { Ago } from '../components/ago.tsx';
import { SecondThought } from '../components/second-thought.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { Freshness } from './freshness.tsx';
import { Places } from './places.tsx';

interface Props {
  sources: InferResponseType<typeof client.sources.$get>['sources'];
  onChange: () => Promise<void>;
}

export function SourcesTable({ sources, onChange }: Props) {
  const t = messages.value.sources;
  const ids = sources.map(({ id }) => id);
  async function arrange(ids: string[]) {
    await client.sources.order.$post({ json: { ids } });
    await onChange();
  }
  async function believe(id: string, days: number | null) {
    await client.sources[':id'].$put({ param: { id }, json: { days } });
    await onChange();
  }
  async function drop(id: string) {
    await client.sources[':id'].$delete({ param: { id } });
    await onChange();
  }
  return (
    <Table
      caption={t.title}
      rows={sources}
      keyOf={({ id }) => id}
      columns={[
        { label: t.source, cell: ({ id }) => <code>{id}</code> },
        {
          label: t.order,
          definition: t.orderMeaning,
          cell: ({ id }) => <Places id={id} ids={ids} arrange={arrange} />,
        },
        {
          label: t.freshness,
          definition: t.freshnessMeaning,
          cell: ({ id, days }) => (
            <Freshness label={`${t.freshness}: ${id}`} days={days} believe={(chosen) => believe(id, chosen)} />
          ),
        },
        { label: t.kept, number: true, cell: ({ kept }) => formats.value.number(kept) },
        { label: t.refused, number: true, cell: ({ refused }) => formats.value.number(refused) },
        { label: t.lastAt, number: true, cell: ({ lastAt }) => lastAt !== null && <Ago at={lastAt} /> },
        {
          label: t.drop,
          cell: ({ id }) => (
            <SecondThought
              words={{ ask: t.drop, surely: t.dropSurely, keep: t.keep }}
              what={id}
              meaning={t.dropMeaning}
              act={() => drop(id)}
            />
          ),
        },
      ]}
    />
  );
}
