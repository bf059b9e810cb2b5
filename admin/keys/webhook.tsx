import type { InferResponseType } from 'hono/client';
import { useState } from 'preact/hooks';
import { client } from '../api/client.ts';
import { Ago } from '../components/ago.tsx';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';

interface Props {
  webhook: InferResponseType<typeof client.webhooks.$get>['webhooks'][number];
  onSet: () => Promise<void>;
}

/** Where one system sends, and with which secret it signs. */
export function Webhook({ webhook, onSet }: Props) {
  const t = messages.value.keys;
  const { platform, address, isSet, lastAt } = webhook;
  const name = { shopify: 'Shopify', woocommerce: 'WooCommerce', profiles: t.profilesName }[platform];
  const [secret, setSecret] = useState('');
  const { submit, busy, problem } = useSubmit(async () => {
    await client.webhooks[':platform'].$put({ param: { platform }, json: { secret } });
    setSecret('');
    await onSet();
  });
  return (
    <section class="webhook" aria-label={name}>
      <div class="apart">
        <h3>{name}</h3>
        {lastAt !== null ? (
          <span class="soft small">
            {t.heard} <Ago at={lastAt} />
          </span>
        ) : (
          <Badge tone={isSet ? 'note' : 'plain'}>{isSet ? t.notHeard : t.notSet}</Badge>
        )}
      </div>
      <CopyField label={t.address(name)} text={address} />
      <form class="one-line" onSubmit={submit}>
        <Field
          label={t.webhookSecret(name)}
          hint={t.webhookHints[platform]}
          type="password"
          value={secret}
          onInput={setSecret}
          autocomplete="off"
        />
        <Button submits busy={busy}>
          {isSet ? t.replace : t.set}
          <span class="unseen">: {name}</span>
        </Button>
        {problem && <ProblemNote problem={problem} />}
      </form>
    </section>
  );
}
