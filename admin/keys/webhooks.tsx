import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { Webhook } from './webhook.tsx';

/** Shop systems that tell of orders and products by themselves. */
export function Webhooks() {
  const t = messages.value.keys;
  const list = useLoad(() => parseResponse(client.webhooks.$get()), []);
  return (
    <Card title={t.webhooksTitle}>
      <p class="soft">{t.webhooksText}</p>
      <Awaited of={list} lines={6}>
        {({ webhooks }) =>
          webhooks.map((webhook) => <Webhook key={webhook.platform} webhook={webhook} onSet={list.reload} />)
        }
      </Awaited>
    </Card>
  );
}
