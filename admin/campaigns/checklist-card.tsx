import { parseResponse } from 'hono/client';
import { CircleAlert, LoaderCircle, Check as Tick } from 'lucide-preact';
import { client } from '../api/client.ts';
import { Card } from '../components/card.tsx';
import { now } from '../components/now.ts';
import { messages } from '../language/current.ts';
import { isLanguage } from '../language/languages.ts';
import { useLoad } from '../load/use-load.ts';
import { usePreview } from '../segments/use-preview.ts';
import { shop } from '../session/session.ts';
import { checksOf } from './checks.ts';
import type { Draft } from './draft.ts';
import type { Campaigns } from './load-campaigns.ts';

interface Props {
  draft: Draft;
  known: Campaigns;
  /** People whom the audience holds of; null while they are counted. */
  people: number | null;
}

/** What is worth a look before the start, ticked by itself. */
export function ChecklistCard({ draft, known, people }: Props) {
  const t = messages.value.campaigns;
  const { goal } = draft;
  const reached = usePreview(
    { rule: { did: goal.event || 'purchase', is: '>=', times: 1, within: 90 } },
    undefined,
    () => {},
  ).preview;
  const languages = useLoad(
    () => parseResponse(client.segments.suggestions[':field'].$get({ param: { field: 'language' } })),
    [],
  );
  const spoken = (languages.value?.values ?? []).map(({ value }) => value.slice(0, 2)).filter(isLanguage);
  const checks = checksOf(draft, {
    ...{ known, people, spoken: [...new Set(spoken)] },
    reached: reached?.count.members ?? null,
    moment: momentIn(shop.value?.timeZone ?? 'UTC', now.value),
  });
  return (
    <Card title={t.checklist}>
      <ul class="campaign-checks">
        {checks.map(({ isFine, words, campaign }, place) => (
          // What is asked stays in its place.
          <li key={place} data-fine={isFine ?? undefined}>
            {isFine === null ? (
              <LoaderCircle size={18} aria-hidden="true" />
            ) : isFine ? (
              <Tick size={18} aria-hidden="true" />
            ) : (
              <CircleAlert size={18} aria-hidden="true" />
            )}
            <span>
              {isFine !== null && <span class="unseen">{isFine ? t.fine : t.look}: </span>}
              {campaign ? <a href={`/admin/campaigns/${campaign}`}>{words}</a> : words}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** As clocks of a zone show it: `2026-12-24T18:00`. Swedes write days as ISO does. */
function momentIn(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');
}
