import type { ProfitReport } from '../../server/profit/report.ts';
import { LinkButton } from '../components/link-button.tsx';
import { Metric } from '../components/metric.tsx';
import { Metrics } from '../components/metrics.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

/** A time before that had so many times less was another shop. */
const comparable = 10;

/** The whole in four numbers, beside the time before; and what is missing from them. */
export function ProfitFigures({ report: { total, before, currency, unrated } }: { report: ProfitReport }) {
  const t = messages.value.profit;
  const { money, percent, amounts } = formats.value;
  const inMoney = (amount: number) => money({ amount, currency });
  const change = (now: number | null, then: number | null) =>
    now !== null && then !== null && then > now / comparable && t.against(signed(percent(now / then - 1), now >= then));
  const costed = total.net === 0 ? null : Math.max(0, 1 - total.uncosted / total.net);
  return (
    <>
      <Metrics>
        <Metric
          label={t.net}
          definition={t.netMeaning}
          value={inMoney(total.net)}
          note={change(total.net, before.net)}
        />
        <Metric
          label={t.profit}
          definition={t.profitMeaning}
          value={total.profit === null ? t.costUnknown : inMoney(total.profit)}
          note={
            total.profit !== null && total.uncosted > 0
              ? t.upTo(inMoney(total.uncosted))
              : change(total.profit, before.profit)
          }
        />
        <Metric
          label={t.margin}
          definition={t.marginMeaning}
          value={total.margin === null ? '—' : percent(total.margin)}
        />
        <Metric label={t.costed} definition={t.costedMeaning} value={costed === null ? '—' : percent(costed)} />
      </Metrics>
      {total.uncosted > 0 && (
        <p class="row">
          <span class="soft">{t.tellCosts}</span>
          <LinkButton look="plain" href="/admin/catalog">
            {t.openCatalog}
          </LinkButton>
        </p>
      )}
      {unrated.map(({ currency: of, orders, net }) => (
        <p key={of} class="soft">
          {t.unrated(orders, amounts([{ amount: net, currency: of }], of))}
        </p>
      ))}
    </>
  );
}

function signed(share: string, isMore: boolean): string {
  return isMore ? `+${share}` : share;
}
