import type { ShelfResults } from '../../server/earnings/results.ts';
import { Metric } from '../components/metric.tsx';
import { Metrics } from '../components/metrics.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

/** The whole in five numbers, beside the time before. */
export function ResultsFigures({ results: { total, before, currency, unrated } }: { results: ShelfResults }) {
  const t = messages.value.earnings;
  const { number, money, fine } = formats.value;
  const share = (part: number, whole: number) => (whole === 0 ? '—' : fine(part / whole));
  const against = (now: number, then: number, text: (value: number) => string) =>
    then === 0 ? t.noneBefore : t.against(signed(now / then - 1), text(then));
  const inMoney = (amount: number) => money({ amount, currency });
  return (
    <>
      <Metrics>
        <Metric
          label={t.views}
          definition={t.viewsMeaning}
          value={number(total.views)}
          note={against(total.views, before.views, number)}
        />
        <Metric
          label={t.clicks}
          definition={t.clicksMeaning}
          value={number(total.clicks)}
          note={t.rate(share(total.clicks, total.views), share(before.clicks, before.views))}
        />
        <Metric
          label={t.carts}
          definition={t.cartsMeaning}
          value={number(total.carts)}
          note={against(total.carts, before.carts, number)}
        />
        <Metric
          label={t.orders}
          definition={t.ordersMeaning}
          value={number(total.orders)}
          note={against(total.orders, before.orders, number)}
        />
        <Metric
          label={t.net}
          definition={t.netMeaning}
          value={inMoney(total.net)}
          note={against(total.net, before.net, inMoney)}
        />
      </Metrics>
      <p class="soft">{t.attributedOnly}</p>
      {unrated.map(({ currency: of, orders }) => (
        <p key={of} class="soft">
          {t.unrated(orders, of)}
        </p>
      ))}
    </>
  );
}

function signed(change: number): string {
  const words = formats.value.percent(change);
  return change >= 0 ? `+${words}` : words;
}
