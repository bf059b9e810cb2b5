import { useRoute } from 'preact-iso/router';
import type { Ranking, RankingOfKind } from '../../server/recommend/ranking/ranking.ts';
import { Button } from '../components/button.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { bringIntoView } from './bring-into-view.ts';

export interface RankingVersion {
  version: number;
  ranking: Ranking;
  /** Null for what the shop came with; ms since 1970. */
  said: { by: string; at: number } | null;
}

interface Props {
  past: readonly RankingVersion[];
  /** The version that holds. */
  version: number;
  onTake: (ranking: Ranking) => void;
}

/** Who has chosen which order, and when; the version that the address asks for stands out. */
export function RankingHistory({ past, version, onTake }: Props) {
  const t = messages.value.ranking;
  const asked = useRoute().query.ranking;
  return (
    <section class="stack" aria-label={t.history}>
      <h3>{t.history}</h3>
      <ol class="stack">
        {past.map(({ version: number, ranking, said }) => (
          <li
            key={number}
            ref={String(number) === asked ? bringIntoView : null}
            class="apart recipe-version"
            aria-current={String(number) === asked ? 'true' : undefined}
          >
            <span>
              <strong>{messages.value.recipes.version(number)}</strong>{' '}
              <span class="soft">{said ? `${formats.value.moment(said.at)} · ${said.by}` : t.cameWithShop}</span>
              {(['search', 'category'] as const).map((kind) => (
                <p key={kind} class="small">
                  {t.kinds[kind]}: {inWords(ranking[kind])}
                </p>
              ))}
            </span>
            {number !== version && (
              <Button look="quiet" onPress={() => onTake(ranking)}>
                {t.takeUp}
                <span class="unseen">: {messages.value.recipes.version(number)}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function inWords({ isOn, strength, most, keepFirst, sinks }: RankingOfKind): string {
  const t = messages.value.ranking;
  if (!isOn) return t.off;
  const parts = [t.withStrength(formats.value.percent(strength)), t.places(most)];
  if (keepFirst > 0) parts.push(t.firstStay(keepFirst));
  if (sinks) parts.push(t.outOfStockLast);
  return parts.join(', ');
}
