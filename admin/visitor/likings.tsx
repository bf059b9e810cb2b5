import type { Visitor } from '../../server/profiles/visitor.ts';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

const shown = { categories: 6, brands: 4, bands: 4 } as const;
const kinds = Object.keys(shown) as (keyof typeof shown)[];

/** Categories, brands and prices that this person turns to, and how much stands behind that. */
export function Likings({ affinities }: Pick<Visitor, 'affinities'>) {
  const t = messages.value.visitor;
  const bands: Record<string, string> = t.bands;
  const told = kinds.filter((kind) => affinities[kind].length > 0);
  return (
    <Card title={t.likes} aside={told.length > 0 && <Explained definition={t.likesMeaning}>{t.how}</Explained>}>
      {told.length === 0 && <p class="soft">{t.likesNone}</p>}
      {told.map((kind) => (
        <section key={kind} class="stack">
          <h3 class="soft small">{t.likesOf[kind]}</h3>
          <ul class="stack">
            {affinities[kind].slice(0, shown[kind]).map(({ value, share, evidence }) => (
              <li key={value}>
                <div class="apart numbers">
                  <span>{kind === 'bands' ? (bands[value] ?? value) : value}</span>
                  <strong>{formats.value.percent(share)}</strong>
                </div>
                <ShareBar share={share} />
                <span class="soft small">{t.evidence(evidence)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {told.length > 0 && (
        <p class="small">
          <a href="/admin/settings">{messages.value.settings.open}</a>
        </p>
      )}
    </Card>
  );
}
