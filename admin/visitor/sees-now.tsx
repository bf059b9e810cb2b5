import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { Why } from './why.tsx';

/** What the shop's pages would show this person at this moment, and why. */
export function SeesNow({ id }: { id: string }) {
  const t = messages.value.seesNow;
  const sights = useLoad(() => parseResponse(client.visitors[':id'].now.$get({ param: { id } })), [id]);
  return (
    <Card title={t.title} aside={<Explained definition={t.meaning}>{messages.value.visitor.how}</Explained>}>
      <Awaited of={sights} lines={4}>
        {(all) =>
          all.map(({ place, product, receipts, names }) => (
            <section key={place} class="stack">
              <h3 class="soft small">{product ? t.product(product.name ?? product.id) : t.places[place]}</h3>
              {receipts.map((receipt) => (
                <Why key={receipt.id} receipt={receipt} names={(of) => names[of] ?? of} />
              ))}
            </section>
          ))
        }
      </Awaited>
    </Card>
  );
}
