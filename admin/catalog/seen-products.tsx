import { parseResponse } from 'hono/client';
import type { SeenView } from '../../server/seen/routes.ts';
import { client } from '../api/client.ts';
import { Ago } from '../components/ago.tsx';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { Table } from '../components/table.tsx';
import { messages } from '../language/current.ts';
import { useLoad } from '../load/use-load.ts';
import { formats } from '../session/session.ts';
import { SeenName } from './seen-name.tsx';
import { SeenWords } from './seen-words.tsx';

const tones = { seen: 'plain', trusted: 'good', accepted: 'good', ignored: 'note' } as const;

/** What the shop's pages tell of products that are in no feed: with how many witnesses, and the merchant's word about each. */
export function SeenProducts({ onChange }: { onChange: () => Promise<unknown> }) {
  const t = messages.value.catalog.seen;
  const { value: seen, reload } = useLoad(() => parseResponse(client.catalog.seen.$get()), []);
  async function say(product: string, word: 'accepted' | 'ignored') {
    await parseResponse(client.catalog.seen.$post({ json: { products: [product], word } }));
    await Promise.all([reload(), onChange()]);
  }
  if (!seen || seen.total === 0) return null;
  const { needed, products, total } = seen;
  const witnesses = ({ witnesses: count }: SeenView) =>
    t.witnesses(formats.value.number(count), formats.value.number(needed));
  return (
    <Card title={t.title(total)}>
      <p class="soft">{t.text(needed)}</p>
      <Table
        caption={t.title(total)}
        rows={products}
        keyOf={({ id }) => id}
        columns={[
          { label: t.product, cell: (product) => <SeenName product={product} /> },
          { label: t.price, number: true, cell: ({ price }) => (price ? formats.value.money(price) : '–') },
          { label: t.witness, definition: t.witnessMeaning, number: true, cell: witnesses },
          { label: t.last, number: true, cell: ({ at }) => <Ago at={at} /> },
          { label: t.state, cell: ({ state }) => <Badge tone={tones[state]}>{t.states[state]}</Badge> },
          {
            label: t.word,
            cell: (product) => <SeenWords product={product} say={(word) => say(product.id, word)} />,
          },
        ]}
      />
    </Card>
  );
}
