import { parseResponse } from 'hono/client';
import { alert } from '../../widgets/alert/definition.ts';
import { heightRules } from '../../widgets/define.ts';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { Table } from '../components/table.tsx';
import { EndpointsCard } from '../endpoints/endpoints-card.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { ProductLink } from '../product/product-link.tsx';
import { formats } from '../session/session.ts';

/** The server's `alertTopic`. */
const topic = '*alerts';

/** Who waits to be told that a product costs less, or is there again; and the shop's systems that write to them. */
export function AlertsCard() {
  const t = messages.value.catalog.alerts;
  const found = useLoad(() => parseResponse(client.alerts.$get()), []);
  return (
    <>
      <Card title={t.title}>
        <div class="stack">
          <p class="soft">{t.lead}</p>
          <CopyField label="HTML" text={'<div data-vitrina="alert"></div>'} />
          <CopyField
            label="CSS"
            text={heightRules(
              alert,
              (height) => `[data-vitrina="alert"] { display: flow-root; min-height: ${height}px }\n`,
            ).trim()}
          />
          <Awaited of={found} lines={3}>
            {({ waiting, canMail }) => (
              <>
                <p class="soft small">{canMail ? t.mail : t.noMail}</p>
                {waiting.length === 0 ? <p>{t.none}</p> : <WaitingTable waiting={waiting} />}
              </>
            )}
          </Awaited>
        </div>
      </Card>
      <EndpointsCard segment={topic} text={t.hook} />
    </>
  );
}

function WaitingTable({
  waiting,
}: {
  waiting: readonly { product: string; name: string | null; price: number; stock: number }[];
}) {
  const t = messages.value.catalog.alerts;
  const { number } = formats.value;
  return (
    <Table
      caption={t.title}
      rows={waiting}
      keyOf={({ product }) => product}
      columns={[
        {
          label: t.product,
          cell: ({ product, name }) => (name === null ? product : <ProductLink id={product} name={name} />),
        },
        { label: t.price, number: true, cell: ({ price }) => number(price) },
        { label: t.stock, number: true, cell: ({ stock }) => number(stock) },
      ]}
    />
  );
}
