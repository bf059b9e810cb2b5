import type { Visitor } from '../../server/profiles/visitor.ts';
import { Card } from '../components/card.tsx';
import { Explained } from '../components/explained.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';

const shown = 6;

/** Categories that this person turns to, and how much stands behind that. */
export function Likings({ affinities }: Pick<Visitor, 'affinities'>) {
  const t = messages.value.visitor;
  return (
    <Card title={t.likes} aside={affinities.length > 0 && <Explained definition={t.likesMeaning}>{t.how}</Explained>}>
      {affinities.length === 0 && <p class="soft">{t.likesNone}</p>}
      <ul class="stack">
        {affinities.slice(0, shown).map(({ category, share, evidence }) => (
          <li key={category}>
            <div class="apart numbers">
              <span>{category}</span>
              <strong>{formats.value.percent(share)}</strong>
            </div>
            <ShareBar share={share} />
            <span class="soft small">{t.evidence(evidence)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
