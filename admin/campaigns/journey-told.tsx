import type { Campaign } from '../../server/campaigns/campaign.ts';
import type { ReplayedPerson } from '../../server/campaigns/time-machine.ts';
import { messages } from '../language/current.ts';
import { formats, shop } from '../session/session.ts';
import { Overlap } from '../time-machine/overlap.tsx';
import { sums } from '../time-machine/sums.ts';
import type { Journey } from '../time-machine/use-journey.ts';
import type { Draft } from './draft.ts';

const few = 5;

interface Props {
  journey: Journey<Draft, ReplayedPerson>;
  campaigns: readonly Campaign[];
  segments: readonly { id: string; name: string }[];
}

/** Who would have seen a draft, how often, what would have kept it away, and what it would have met. */
export function JourneyTold({ journey: { people, of }, campaigns, segments }: Props) {
  const t = messages.value.campaigns.machine;
  const reached = people.filter(({ seen }) => seen.length > 0);
  const views = reached.reduce((sum, { seen }) => sum + seen.length, 0);
  const kept = sums(people.map((one) => one.kept));
  const nameOf = (id: string) => campaigns.find((one) => one.id === id)?.name ?? id;
  const cost = of?.draft.cost;
  if (people.length === 0) return <p class="soft">{t.nobody}</p>;
  return (
    <div class="stack">
      <p>
        <strong>{t.reached(reached.length, formats.value.number(people.length))}</strong>{' '}
        {reached.length > 0 && t.often(views, formats.value.decimal(Math.round((views / reached.length) * 10) / 10))}
      </p>
      {cost && cost.once + cost.perView > 0 && (
        <p class="soft small">
          {t.cost(
            formats.value.money({ amount: cost.once + views * cost.perView, currency: shop.value?.currency ?? 'EUR' }),
          )}
        </p>
      )}
      {kept.length > 0 && (
        <>
          <h3>{t.keptAway}</h3>
          <ul>
            {kept.map(([why, pages]) => (
              <li key={why}>
                {t.kept[why]}: {t.pages(pages)}
              </li>
            ))}
          </ul>
        </>
      )}
      {(['outrankedBy', 'takenFrom'] as const).map((how) => {
        const met = sums(people.map((one) => one[how]));
        if (met.length === 0) return null;
        return (
          <p class="small" key={how}>
            {t[how]}: {met.map(([id, pages]) => `${nameOf(id)} (${t.pages(pages)})`).join(', ')}
          </p>
        );
      })}
      <Overlap
        title={t.segments}
        ids={reached.map((one) => one.segments)}
        named={segments}
        hrefOf={(id) => `/admin/segments/${id}`}
      />
      {reached.length > 0 && (
        <>
          <h3>{t.examples}</h3>
          <ul>
            {reached.slice(0, few).map(({ visitor, seen }) => (
              <li key={visitor}>
                <a href={`/admin/visitors/${encodeURIComponent(visitor)}`}>
                  {formats.value.moment(seen[0] ?? 0)} · {t.times(seen.length)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
