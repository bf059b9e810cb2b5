import { parseResponse } from 'hono/client';
import { client } from '../api/client.ts';
import { Badge } from '../components/badge.tsx';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { messages } from '../language/current.ts';
import { Awaited } from '../load/awaited.tsx';
import { useLoad } from '../load/use-load.ts';
import { Waterfall } from '../profit/waterfall.tsx';
import { formats, shop } from '../session/session.ts';

/** What this person has left the shop so far, and how that comes about. */
export function PersonProfit({ id }: { id: string }) {
  const t = messages.value.profit;
  const { money, amounts } = formats.value;
  const currency = shop.value?.currency ?? 'EUR';
  const found = useLoad(() => parseResponse(client.profit.of[':visitor'].$get({ param: { visitor: id } })), [id]);
  return (
    <Card
      title={t.ofPerson}
      aside={
        <span class="row">
          {shop.value?.demo && <Badge title={t.demoMeaning}>{t.demo}</Badge>}
          <Explained definition={t.ofPersonMeaning}>{messages.value.customers.how}</Explained>
        </span>
      }
    >
      <Awaited of={found} lines={4}>
        {({ steps, total, unrated }) => (
          <>
            {total.sums.every((amount) => amount === 0) ? (
              <p class="soft">{t.nothingSold}</p>
            ) : (
              <Waterfall steps={steps} total={total} />
            )}
            {total.profit === null && <p class="soft small">{t.costUnknown}</p>}
            {total.profit !== null && total.uncosted > 0 && (
              <p class="soft small">{t.upTo(money({ amount: total.uncosted, currency }))}</p>
            )}
            {unrated.map(({ currency: of, orders, net }) => (
              <p key={of} class="soft small">
                {t.unrated(orders, amounts([{ amount: net, currency: of }], of))}
              </p>
            ))}
          </>
        )}
      </Awaited>
    </Card>
  );
}
