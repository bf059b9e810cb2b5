import type { InferResponseType } from 'hono/client';
import type { client } from '../api/client.ts';
import { Ago } from '../components/ago.tsx';
import { Badge } from '../components/badge.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { RevokeKey } from './revoke-key.tsx';

type Key = InferResponseType<typeof client.keys.$get>['keys'][number];

interface Props {
  keys: readonly Key[];
  revoke: (id: string) => Promise<void>;
}

export function KeysTable({ keys, revoke }: Props) {
  const t = messages.value.keys;
  return (
    <Table
      caption={t.secretTitle}
      rows={keys}
      keyOf={({ id }) => id}
      columns={[
        { label: t.name, cell: ({ name }) => name },
        { label: t.ending, cell: ({ ending }) => <code>vk_…{ending}</code> },
        { label: t.created, cell: ({ createdAt }) => formats.value.date(createdAt) },
        { label: t.lastUsed, cell: ({ lastUsedAt }) => (lastUsedAt === null ? t.never : <Ago at={lastUsedAt} />) },
        {
          label: t.state,
          cell: (key) =>
            key.revokedAt === null ? (
              <RevokeKey name={key.name} revoke={() => revoke(key.id)} />
            ) : (
              <Badge tone="warn">{t.revoked(formats.value.date(key.revokedAt))}</Badge>
            ),
        },
      ]}
    />
  );
}
