import './keys.css';
import { parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { Page } from '../components/page.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { shop } from '../session/session.ts';
import { KeysTable } from './keys-table.tsx';
import { NewKey } from './new-key.tsx';
import { Webhooks } from './webhooks.tsx';

/** The two kinds of key, and what the shop's own systems may do with a secret one. */
export function KeysPage() {
  const t = messages.value.keys;
  const list = useLoad(() => parseResponse(client.keys.$get()), []);
  const [secret, setSecret] = useState<string | null>(null);

  async function create(name: string) {
    const created = await parseResponse(client.keys.$post({ json: { name } }));
    setSecret(created.secret);
    await list.reload();
  }

  async function revoke(id: string) {
    await client.keys[':id'].$delete({ param: { id } });
    await list.reload();
  }

  return (
    <Page title={t.title} lead={t.lead}>
      <Card title={t.publicTitle}>
        <p class="soft">{t.publicText}</p>
        <CopyField label={t.publicTitle} text={shop.value?.key ?? ''} />
      </Card>
      <Card title={t.secretTitle} aside={<a href="/docs">{t.docs}</a>}>
        <p class="soft">{t.secretText}</p>
        <NewKey create={create} />
        <div role="status">
          {secret && (
            <div class="new-secret">
              <strong>{t.once}</strong>
              <CopyField label={t.newSecret} text={secret} look="primary" />
            </div>
          )}
        </div>
        <Awaited of={list} lines={4}>
          {({ keys }) => (keys.length === 0 ? <p class="soft">{t.none}</p> : <KeysTable keys={keys} revoke={revoke} />)}
        </Awaited>
      </Card>
      <Webhooks />
    </Page>
  );
}
