import type { Visitor } from '../../server/profiles/visitor.ts';
import { Card } from '../components/card.tsx';
import { messages } from '../language/current.ts';
import { formats } from '../session/session.ts';
import { shortId } from '../visitors/person.tsx';
import { evidenceWords } from './evidence-words.ts';

/** The devices whose visits were joined to this person, each with the proof. */
export function Devices({ visitor: { devices } }: { visitor: Visitor }) {
  const t = messages.value.visitor;
  if (devices.length < 2) return null;
  return (
    <Card title={t.devices}>
      <ul class="stack">
        {devices.map(({ visitor, since, evidence }) => (
          <li key={visitor}>
            <code>…{shortId(visitor)}</code>
            <p class="soft small">{t.joined(evidenceWords(evidence), formats.value.moment(since))}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
