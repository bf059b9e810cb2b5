import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { SourceFile } from './source-file.tsx';
import { SourcesTable } from './sources-table.tsx';

/** Who else tells the shop of people: whom the merchant believes first and how long, and a file of what one of them knows. */
export function SourcesCard() {
  const t = messages.value.sources;
  const list = useLoad(() => parseResponse(client.sources.$get()), []);
  return (
    <Card title={t.title}>
      <p class="soft">{t.lead}</p>
      <Awaited of={list} lines={3}>
        {({ sources }) => sources.length > 0 && <SourcesTable sources={sources} onChange={list.reload} />}
      </Awaited>
      <SourceFile onTaken={list.reload} />
    </Card>
  );
}
