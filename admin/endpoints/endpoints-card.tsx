import './endpoints.css';
import { type InferResponseType, parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { EndpointRow } from './endpoint-row.tsx';
import { NewEndpoint } from './new-endpoint.tsx';

export type Endpoint = InferResponseType<(typeof client.endpoints)[':segment']['$get'], 200>['endpoints'][number];

/** The systems that hear who enters a segment and leaves it; or, with another text, of what else stands in a segment's place. */
export function EndpointsCard({ segment, text }: { segment: string; text?: string }) {
  const t = messages.value.endpoints;
  const list = useLoad(() => parseResponse(client.endpoints[':segment'].$get({ param: { segment } })), [segment]);
  const [secret, setSecret] = useState<string | null>(null);

  async function show(fresh: string) {
    setSecret(fresh);
    await list.reload();
  }

  return (
    <Card title={t.title}>
      <p class="soft">{text ?? t.text}</p>
      <div role="status">
        {secret && (
          <div class="endpoint-secret">
            <strong>{t.once}</strong>
            <CopyField label={t.secret} text={secret} look="primary" />
          </div>
        )}
      </div>
      <Awaited of={list} lines={3}>
        {({ endpoints }) =>
          endpoints.map((endpoint) => (
            <EndpointRow
              key={endpoint.id}
              segment={segment}
              endpoint={endpoint}
              onChange={list.reload}
              onSecret={show}
            />
          ))
        }
      </Awaited>
      <NewEndpoint
        add={async (url) => {
          const json = { url };
          const added = await parseResponse(client.endpoints[':segment'].$post({ param: { segment }, json }));
          await show(added.secret);
        }}
      />
    </Card>
  );
}
