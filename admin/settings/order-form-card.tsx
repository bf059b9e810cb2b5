import { type InferResponseType, parseResponse } from 'hono/client';
import { useState } from 'preact/hooks';
import type { OrderForm } from '../../server/order-form/order-form.ts';
import { client } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Choice } from '../components/choice.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { useSubmit } from '../session/use-submit.ts';
import { FoundFields } from './found-fields.tsx';

export type Known = InferResponseType<(typeof client)['order-form']['$get']>;

/** Whether visitors are helped with the shop's order form. */
export function OrderFormCard() {
  const t = messages.value.orderForm;
  const known = useLoad(() => parseResponse(client['order-form'].$get()), []);
  return (
    <Card title={t.title}>
      <p class="soft settings-words">{t.meaning}</p>
      <Awaited of={known} lines={6}>
        {(now) => (
          <>
            <Chosen known={now} onKept={known.reload} />
            {now.fills && (
              <>
                <p class="soft small settings-words">{t.place}</p>
                <CopyField label="HTML" text={'<div data-vitrina="order-form" data-vitrina-signed="TOKEN"></div>'} />
                <FoundFields found={now.found} />
              </>
            )}
          </>
        )}
      </Awaited>
    </Card>
  );
}

function Chosen({ known, onKept }: { known: Known; onKept: () => Promise<void> }) {
  const t = messages.value.orderForm;
  const [next, setNext] = useState<OrderForm>({ fills: known.fills, shorter: known.shorter });
  const { submit, busy, problem } = useSubmit(async () => {
    await client['order-form'].$put({ json: next });
    await onKept();
  });
  const isChanged = next.fills !== known.fills || next.shorter !== known.shorter;
  const [newest] = known.history;
  return (
    <form class="stack" onSubmit={submit}>
      <Choice
        label={t.fills}
        options={[
          { value: 'on', label: t.on },
          { value: 'off', label: t.off },
        ]}
        value={next.fills ? 'on' : 'off'}
        onChoose={(chosen) => setNext({ ...next, fills: chosen === 'on' })}
      />
      {next.fills && (
        <>
          <Choice
            label={t.shorter}
            options={[
              { value: 'off', label: t.shorterOff },
              { value: 'on', label: t.shorterOn },
            ]}
            value={next.shorter ? 'on' : 'off'}
            onChoose={(chosen) => setNext({ ...next, shorter: chosen === 'on' })}
          />
          <p class="soft small">{t.shorterHint}</p>
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
      {isChanged && (
        <div>
          <Button look="primary" submits busy={busy}>
            {t.keep}
          </Button>
        </div>
      )}
      {newest && <p class="soft small">{t.changed(newest.by, formats.value.moment(newest.at))}</p>}
    </form>
  );
}
