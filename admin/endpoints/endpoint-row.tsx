import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Ago } from '../components/ago.tsx';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { SecondThought } from '../components/second-thought.tsx';
import { messages } from '../language/current.ts';
import { useSubmit } from '../session/use-submit.ts';
import { DeliveryLog } from './delivery-log.tsx';
import type { Endpoint } from './endpoints-card.tsx';

interface Props {
  segment: string;
  endpoint: Endpoint;
  onChange: () => Promise<void>;
  onSecret: (secret: string) => Promise<void>;
}

/** One address: whether it takes what it is sent, and what can be done with it. */
export function EndpointRow({ segment, endpoint, onChange, onSecret }: Props) {
  const t = messages.value.endpoints;
  const { id, url, deliveries, offAt } = endpoint;
  const its = client.endpoints[':segment'][':id'];
  const param = { segment, id };
  const trial = useSubmit(async () => {
    await parseResponse(its.test.$post({ param }));
    await onChange();
  });
  const turnOn = useSubmit(async () => {
    await its.on.$post({ param });
    await onChange();
  });
  const renew = async () => {
    const { secret } = await parseResponse(its.secret.$post({ param }));
    await onSecret(secret);
  };
  const remove = async () => {
    await its.$delete({ param });
    await onChange();
  };
  const problem = trial.problem ?? turnOn.problem;
  return (
    <section class="endpoint" aria-label={url}>
      <div class="apart">
        <code class="endpoint-url">{url}</code>
        <State {...endpoint} />
      </div>
      {offAt !== null && <p class="soft small">{t.offText}</p>}
      <div class="row">
        {offAt !== null && (
          <Button look="primary" busy={turnOn.busy} onPress={turnOn.submit}>
            {t.switchOn}
          </Button>
        )}
        <Button busy={trial.busy} onPress={trial.submit}>
          {t.test}
          <span class="unseen">: {url}</span>
        </Button>
        <SecondThought
          words={{ ask: t.renew, surely: t.renewSurely, keep: t.keep }}
          what={url}
          meaning={t.renewMeaning}
          act={renew}
        />
        <SecondThought words={{ ask: t.remove, surely: t.removeSurely, keep: t.keep }} what={url} act={remove} />
      </div>
      {problem && <ProblemNote problem={problem} />}
      {deliveries.length > 0 && (
        <Disclosure summary={t.log(deliveries.length)}>
          <DeliveryLog deliveries={deliveries} />
        </Disclosure>
      )}
    </section>
  );
}

function State({ offAt, failingSince, deliveries }: Pick<Endpoint, 'offAt' | 'failingSince' | 'deliveries'>) {
  const t = messages.value.endpoints;
  const [last] = deliveries;
  if (offAt !== null) return <Since tone="warn" what={t.off} at={offAt} />;
  if (failingSince !== null) return <Since tone="warn" what={t.failing} at={failingSince} />;
  if (!last) return <Badge>{t.nothing}</Badge>;
  // A trial that failed is none of what the segment tells.
  const isTaken = last.status !== null && last.status < 300;
  return <Since tone={isTaken ? 'good' : 'warn'} what={isTaken ? t.took : t.notTaken} at={last.at} />;
}

function Since({ tone, what, at }: { tone: 'good' | 'warn'; what: string; at: number }) {
  return (
    <Badge tone={tone}>
      {what} <Ago at={at} />
    </Badge>
  );
}
