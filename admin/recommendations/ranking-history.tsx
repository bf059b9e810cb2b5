import { useRoute } from 'preact-iso/router';
import type { Ranking, RankingOfKind } from '../../server/recommend/ranking/ranking.ts';
import { VersionList } from '../components/version-list.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

export interface RankingVersion {
  version: number;
  body: Ranking;
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
      <VersionList
        versions={past}
        holds={version}
        asked={asked}
        about={(ranking) =>
          ranking &&
          (['search', 'category'] as const).map((kind) => (
            <p key={kind} class="small">
              {t.kinds[kind]}: {inWords(ranking[kind])}
            </p>
          ))
        }
        onTake={onTake}
      />
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
