import type { LoopReport } from '../../server/loop/loop-report.ts';
import { Explained } from '../components/explained.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import type { PeriodDays } from './loop-choice.ts';
import { PeopleLink } from './people-link.tsx';

/** What came of the whole: who went round, and what they bought. */
export function Earned({ report, period }: { report: LoopReport; period: PeriodDays }) {
  const t = messages.value.loop;
  const { money } = formats.value;
  const { currency, turn, bought, unrated } = report;
  const amount = (net: number) => money({ amount: net, currency });
  return (
    <div class="loop-middle">
      <p>
        <PeopleLink of={{ whole: 'around' }} period={period} count={turn.around} what={t.around} />{' '}
        <span class="soft">{t.around}</span>
      </p>
      <p>
        <Explained definition={t.earnedHow}>{t.earned}</Explained>
      </p>
      <p class="loop-count numbers">{amount(bought.after.net)}</p>
      <p class="soft small">{t.before(amount(bought.afterBefore.net))}</p>
      <p class="small">
        <PeopleLink of={{ whole: 'bought' }} period={period} count={bought.after.people} what={t.earned} />{' '}
        <span class="soft">{t.earnedOf(bought.after.orders, amount(bought.all.net))}</span>
      </p>
      <p class="small">
        <a href="/admin/campaigns/+all">{t.beyond}</a>
      </p>
      {unrated > 0 && <p class="soft small">{t.unrated(unrated)}</p>}
    </div>
  );
}
